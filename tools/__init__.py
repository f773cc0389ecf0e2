"""Scripts for whoever works on School Guard; none of them is installed."""
