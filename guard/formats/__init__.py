"""How a report is written down: plain text, JSON, SARIF."""
