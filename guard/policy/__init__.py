"""The school's policy as data: models, layers, JSON Schema and the policies that come ready-made."""
