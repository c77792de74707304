"""Who may show here: artists apply with a dossier, members read it, vote and say why."""
