using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Contributions;

/// <summary>
/// What is to become a line, until the yes of whom it is about, and a witness where it is very large (rule 11): LP and four random digits, seen
/// by its author and the person named. It has no place in the chain; without a yes it lapses.
/// </summary>
public sealed partial class Proposal
{
    /// <summary>How many of one author may wait at once: each asks somebody by name.</summary>
    public const int MostWaiting = 20;

    /// <summary>How long it waits for the yes, and then for a witness.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(30);

    public long Id { get; init; }

    public long CommunityId { get; init; }

    public int Number { get; init; }

    /// <summary>Since when it waits for the yes, or after that for a witness.</summary>
    public DateTimeOffset At { get; private set; }

    public long AuthorId { get; init; }

    /// <summary>Whose contribution it is; null for somebody without account, by <see cref="Name"/>.</summary>
    public long? PersonId { get; init; }

    /// <summary>When whom it is about agreed, or it was written where no yes is needed: a very large one waits for a witness from then on.</summary>
    public DateTimeOffset? AgreedAt { get; private set; }

    public long CommonId { get; init; }

    public long? MissionId { get; init; }

    public ContributionKind Contribution { get; init; }

    public long? Minutes { get; init; }

    public long? Cents { get; init; }

    public DateOnly On { get; init; }

    public required string What { get; init; }

    public string? Amount { get; init; }

    /// <summary>Name of a person or organisation without account.</summary>
    public string? Name { get; init; }

    public string? Link { get; init; }

    /// <summary>LP0042.</summary>
    public string Label => string.Create(CultureInfo.InvariantCulture, $"LP{Number:0000}");

    public DateTimeOffset Lapses => At + Waits;

    public Given Given => new(Contribution, Minutes, Cents);

    /// <summary>It needs nobody's yes any more, and somebody who saw it.</summary>
    public bool WaitsForWitness => AgreedAt is not null;

    public static Proposal Of(long communityId, int number, Entry entry, bool needsYes, DateTimeOffset now) => new()
    {
        CommunityId = communityId,
        Number = number,
        At = now,
        AgreedAt = needsYes ? null : now,
        AuthorId = entry.AuthorId,
        PersonId = entry.PersonId,
        CommonId = entry.CommonId,
        MissionId = entry.MissionId,
        Contribution = entry.Given.Kind,
        Minutes = entry.Given.Minutes,
        Cents = entry.Given.Cents,
        On = entry.On,
        What = entry.What,
        Amount = entry.Amount,
        Name = entry.Name,
        Link = entry.Link,
    };

    /// <summary>Whom it is about said yes; what is missing now is a witness.</summary>
    public void Agree(DateTimeOffset now) => (At, AgreedAt) = (now, now);

    public bool Concerns(long personId) => AuthorId == personId || PersonId == personId;

    /// <summary>What goes into the ledger with the yes.</summary>
    public Entry ToEntry() => new(AuthorId, PersonId, CommonId, MissionId, Given, On, What, Amount, Name, Link);

    /// <summary>The digits of LP0042, lp42 or 0042; null for anything else.</summary>
    public static int? NumberIn(string typed) => Typed().Match(typed.Trim()) is { Success: true } match
        ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)
        : null;

    /// <summary>Four random digits that no other proposal of the community has; null when that many wait already.</summary>
    internal static async Task<int?> FreeNumberAsync(BotDb db, long communityId, long authorId, CancellationToken ct)
    {
        if (await db.Proposals.CountAsync(p => p.CommunityId == communityId && p.AuthorId == authorId, ct) >= MostWaiting)
        {
            return null;
        }

        for (var tries = 0; tries < 100; tries++)
        {
            var number = RandomNumberGenerator.GetInt32(10_000);
            if (!await db.Proposals.AnyAsync(p => p.CommunityId == communityId && p.Number == number, ct))
            {
                return number;
            }
        }

        return null;
    }

    [GeneratedRegex("^(lp)?(?<number>[0-9]{1,4})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Typed();
}
