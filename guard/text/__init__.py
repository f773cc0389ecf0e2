"""Reading text: what a part of a draft says, perceived without knowing any policy."""
