"""The command line, one file a command. Each has `configure(subparsers)` and sets `run(arguments) -> exit code`."""
