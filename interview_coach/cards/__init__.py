"""Cards: `SkillNote` in, cards out; and which new card is which old one."""
