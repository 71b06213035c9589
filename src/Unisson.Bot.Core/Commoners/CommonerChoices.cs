using Unisson.Bot.Kernel;

namespace Unisson.Bot.Commoners;

/// <summary>Lists that people choose from when they say what they can give, and callers what they need.</summary>
public static class CommonerChoices
{
    private static readonly HashSet<string> Any = new(["any", "all", "tous", "toutes", "tout", "n'importe", "peu importe"], StringComparer.Ordinal);

    public static Choices<Moments> Moments { get; } = new(
        "moment",
        new(Commoners.Moments.Morning, "morning", "mornings", "matins"),
        new(Commoners.Moments.Afternoon, "afternoon", "afternoons", "après-midis"),
        new(Commoners.Moments.Evening, "evening", "evenings", "soirs", "soirée"),
        new(Commoners.Moments.Weekend, "weekend", "weekends", "week-ends"));

    public static Choices<Terms> Terms { get; } = new(
        "terms",
        new(Commoners.Terms.Paid, "paid", "rémunéré", "rémunérée", "payé", "payée"),
        new(Commoners.Terms.Expenses, "expenses", "défrayé", "défrayée", "frais"),
        new(Commoners.Terms.Exchanged, "exchanged", "exchange", "échangé"),
        new(Commoners.Terms.Voluntary, "voluntary", "bénévole"));

    public static Choices<Digest> Digest { get; } = new(
        "digest",
        new(Commoners.Digest.Daily, "daily", "each day", "chaque jour", "quotidien", "jour"),
        new(Commoners.Digest.Weekly, "weekly", "each week", "chaque semaine", "hebdo", "hebdomadaire", "semaine"),
        new(Commoners.Digest.Never, "never", "none", "off", "jamais", "aucun"));

    public static Choices<NameSeenBy> NameSeenBy { get; } = new(
        "name-seen-by",
        new(Commoners.NameSeenBy.Community, "community", "my community", "ma communauté", "communauté"),
        new(Commoners.NameSeenBy.Public, "public", "everybody", "tout le monde"));

    /// <summary>A list of which none named means any, and which is emptied by saying so.</summary>
    internal static Option<T> OrAny<T>(Option<T> list)
        where T : struct, Enum
        => new(list.Name, (text, reading) => Any.Contains(Fold.Of(text)) ? default(T) : list.Read(text, reading)) { Picks = list.Picks, Choices = list.Choices };
}
