"""One file a change, named NNNN_verb_noun, each following the one before."""
