"""The use cases, without a screen: what the commands and the screens ask for."""
