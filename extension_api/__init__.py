"""The local service: a thin HTTP face on the `guard` library, for the browser extension and for its own pages."""
