"""How the model of `guard.text.likeness` is trained: the posts, the training, and what comes of it."""
