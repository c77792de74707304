"""An admitted artist's recipe becomes a rendered, pinned, signed and minted work."""
