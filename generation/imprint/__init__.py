"""Take a picture's imprint, by which copies of it are found again: cropped, turned, recoloured.

Hashes and a vector find what may be a copy among many pictures; edges laid over edges decide.
"""
