"""The screens in a browser, by textual-serve: an extra that nothing else imports."""
