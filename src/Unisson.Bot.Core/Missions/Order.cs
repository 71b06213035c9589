using F23.StringSimilarity;

namespace Unisson.Bot.Missions;

/// <summary>What shows that two missions answer one order; the surest first.</summary>
internal enum Likeness
{
    /// <summary>The same reference.</summary>
    Reference,

    /// <summary>The same sponsor, a like title, and deadlines that are near as far as they are known.</summary>
    Sponsor,

    /// <summary>The same title and near deadlines, where one of them does not say yet for whom it is.</summary>
    Title,
}

/// <summary>What a mission says of the order that it answers (rule 10). Case, accents, blanks, punctuation and small slips never matter.</summary>
internal sealed record Order(string Title, string? Sponsor, DateOnly? Deadline, string? Reference)
{
    /// <summary>Deadlines that are no further apart are near: one is often moved, and people note the day of the answer or that of the questions.</summary>
    public const int NearDays = 14;

    private readonly OrderTitle _title = new(Title);
    private readonly OrderSponsor? _sponsor = Sponsor is null ? null : new(Sponsor);
    private readonly OrderReference? _reference = OrderReference.Of(Reference);

    /// <summary>There is something to compare it by.</summary>
    public bool Tells => Sponsor is not null || Deadline is not null || _reference is not null;

    public static Order Of(Mission mission) => new(mission.Title, mission.Sponsor, mission.Deadline, mission.Reference);

    /// <summary>How they are alike; null when they are not. The same whichever is asked.</summary>
    public Likeness? To(Order other) => this switch
    {
        _ when HasReferenceOf(other) => Likeness.Reference,
        { _sponsor: { } sponsor } when other._sponsor is { } theirs =>
            sponsor.IsSame(theirs) && Apart(other) is null or <= NearDays && _title.IsLike(other._title) ? Likeness.Sponsor : null,
        _ => Apart(other) is <= NearDays && _title.IsSame(other._title) ? Likeness.Title : null,
    };

    /// <summary>Days between the deadlines, where both are known.</summary>
    public int? Apart(Order other) => Deadline is { } ours && other.Deadline is { } theirs ? Math.Abs(ours.DayNumber - theirs.DayNumber) : null;

    public bool Equals(Order? other) => other is not null && (Title, Sponsor, Deadline, Reference) == (other.Title, other.Sponsor, other.Deadline, other.Reference);

    public override int GetHashCode() => HashCode.Combine(Title, Sponsor, Deadline, Reference);

    /// <summary>A short reference is one of many bodies that number alike: it says nothing where the two name different ones.</summary>
    private bool HasReferenceOf(Order other) => _reference is { } ours && other._reference is { } theirs && ours.IsSame(theirs)
        && (ours.TellsAlone || _sponsor is null || other._sponsor is null || _sponsor.IsSame(other._sponsor));
}

/// <summary>Words that differ by a slip: one letter in words of five and more, two in those of ten and more, none where a digit stands.</summary>
internal static class Slips
{
    private static readonly OptimalStringAlignment Distance = new();

    public static bool IsNear(string a, string b)
    {
        var shorter = Math.Min(a.Length, b.Length);
        var most = shorter < 5 ? 0 : shorter < 10 ? 1 : 2;
        return a == b || (Math.Abs(a.Length - b.Length) <= most && !a.Any(char.IsAsciiDigit) && !b.Any(char.IsAsciiDigit) && Distance.Distance(a, b) <= most);
    }
}
