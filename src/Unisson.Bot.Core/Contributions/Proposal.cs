using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Contributions;

/// <summary>
/// A line about somebody else, until their yes (rule 11): LP and four random digits, seen by its author and the person named. It has no place
/// in the chain; without a yes it lapses.
/// </summary>
public sealed partial class Proposal
{
    /// <summary>How many of one author may wait at once: each asks somebody by name.</summary>
    public const int MostWaiting = 20;

    /// <summary>How long it waits for the yes.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(30);

    public long Id { get; init; }

    public long CommunityId { get; init; }

    public int Number { get; init; }

    public DateTimeOffset At { get; init; }

    public long AuthorId { get; init; }

    public long PersonId { get; init; }

    public long CommonId { get; init; }

    public long? MissionId { get; init; }

    public ContributionKind Contribution { get; init; }

    public long? Minutes { get; init; }

    public long? Cents { get; init; }

    public DateOnly On { get; init; }

    public required string What { get; init; }

    public string? Amount { get; init; }

    public string? Link { get; init; }

    /// <summary>LP0042.</summary>
    public string Label => string.Create(CultureInfo.InvariantCulture, $"LP{Number:0000}");

    public DateTimeOffset Lapses => At + Waits;

    public Given Given => new(Contribution, Minutes, Cents);

    public static Proposal Of(long communityId, int number, long personId, Entry entry, DateTimeOffset now) => new()
    {
        CommunityId = communityId,
        Number = number,
        At = now,
        AuthorId = entry.AuthorId,
        PersonId = personId,
        CommonId = entry.CommonId,
        MissionId = entry.MissionId,
        Contribution = entry.Given.Kind,
        Minutes = entry.Given.Minutes,
        Cents = entry.Given.Cents,
        On = entry.On,
        What = entry.What,
        Amount = entry.Amount,
        Link = entry.Link,
    };

    /// <summary>What goes into the ledger with the yes.</summary>
    public Entry ToEntry() => new(AuthorId, PersonId, CommonId, MissionId, Given, On, What, Amount, null, Link);

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
