"""What may be said, who said it, which names are one, where it is kept, how it is seen."""
