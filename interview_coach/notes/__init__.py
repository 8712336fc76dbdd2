"""Skill notes: Markdown in, `SkillNote` out. Knows no database and no screen."""
