"""Who decides here: the members, and whom they let vote for them."""
