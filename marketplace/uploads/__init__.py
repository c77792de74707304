"""Judge finished works that artists upload, and make of them what can be published."""
