using Unisson.Bot.Kernel;

namespace Unisson.Bot;

/// <summary>First words of commands, in both languages, with what else people type for them.</summary>
public static class Groups
{
    public static Name Mission { get; } = new("mission", "mission", "prestation", "presta");

    public static Name Common { get; } = new("common", "commun");

    public static Name Experience { get; } = new("experience", "expérience", "exp");

    public static Name Commoners { get; } = new("commoners", "commoners");

    public static Name Call { get; } = new("call", "appel");

    public static Name Availability { get; } = new("availability", "dispo", "disponibilité", "dispos");

    public static Name Contribution { get; } = new("contribution", "contribution");

    public static Name Reminder { get; } = new("reminder", "rappel");

    public static Name Contract { get; } = new("contract", "contrat");

    public static Name My { get; } = new("my", "moi", "me");

    public static Name Setup { get; } = new("setup", "espace", "communauté");
}
