"""Study days gone by, in few words."""

from datetime import date

from interview_coach.tui.draw.basics import counted, day_name


def month_of(day: date) -> str:
    """A month in three letters, in English whatever the locale."""
    return day_name(day).rpartition(" ")[2][:3]


def short_day(day: date, today: date) -> str:
    """A day gone by: "2 Mar", with its year where that is another."""
    return f"{day.day} {month_of(day)}" + ("" if day.year == today.year else f" {day.year}")


def ago(day: date, today: date) -> str:
    """How long ago a day was, as a person would say it."""
    days = (today - day).days
    if days < 1:
        return "today"
    if days == 1:
        return "yesterday"
    if days < 14:
        return f"{days} days ago"
    if days < 60:
        return f"{days // 7} weeks ago"
    if days < 730:
        return f"{counted(days // 30, 'month')} ago"
    return f"{counted(days // 365, 'year')} ago"
