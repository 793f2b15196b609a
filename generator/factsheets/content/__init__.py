"""What the files say: read, typed, linked, and written in the one form."""
