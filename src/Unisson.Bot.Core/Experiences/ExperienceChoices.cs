using Unisson.Bot.Kernel;

namespace Unisson.Bot.Experiences;

/// <summary>Lists that people choose from.</summary>
public static class ExperienceChoices
{
    public static Choices<Level> Level { get; } = new(
        "level",
        new(Experiences.Level.Used, "used", "use", "usage", "utilisé", "utilise"),
        new(Experiences.Level.Contributed, "contributed", "contribute", "contribue", "contributor"),
        new(Experiences.Level.Maintained, "maintained", "maintain", "soin", "maintainer"),
        new(Experiences.Level.Founded, "founded", "found", "fondé", "fondée", "founder"));

    public static Choices<SeenBy> SeenBy { get; } = new(
        "seen-by",
        new(Experiences.SeenBy.Private, "private", "privé"),
        new(Experiences.SeenBy.Guarantors, "guarantors", "garants"),
        new(Experiences.SeenBy.Community, "community", "communauté"),
        new(Experiences.SeenBy.Public, "public"));
}
