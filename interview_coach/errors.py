"""What can go wrong in a way that a person can act on."""


class CoachError(Exception):
    """Something a person can put right: what happened, and what to do about it.

    `message` names the thing concerned (a file, a line, a command) and what is wrong with it;
    `hint` says what to do. Every other exception that reaches the top is a fault of the program.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message
