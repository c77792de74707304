"""Parts of the API's bench: how fast the gallery's list is, small and large."""
