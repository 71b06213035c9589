using System.Security.Cryptography;

namespace Unisson.Bot.Contributions;

/// <summary>The end of a community's chain: the counter row of its line numbers.</summary>
public sealed class LedgerHead
{
    public long CommunityId { get; init; }

    public int Number { get; set; }

    public required byte[] Hash { get; set; }

    public static LedgerHead Of(long communityId) => new() { CommunityId = communityId, Hash = LedgerHash.Beginning };

    /// <summary>Makes the next line of the chain and moves the end onto it.</summary>
    public LedgerLine Append(Entry entry, DateTimeOffset now)
    {
        var text = new LedgerText { Salt = RandomNumberGenerator.GetBytes(LedgerHash.SaltSize), What = entry.What, Amount = entry.Amount, Name = entry.Name, Link = entry.Link };
        var line = new LedgerLine
        {
            CommunityId = CommunityId,
            Number = Number + 1,
            Kind = entry.Kind,
            About = entry.About,
            At = now,
            AuthorId = entry.AuthorId,
            PersonId = entry.PersonId,
            CommonId = entry.CommonId,
            MissionId = entry.MissionId,
            Contribution = entry.Given.Kind,
            Minutes = entry.Given.Minutes,
            Cents = entry.Given.Cents,
            On = entry.On,
            Commitment = LedgerHash.Commitment(text),
            Previous = Hash,
            Text = text,
        };
        line.Seal();
        (Number, Hash) = (line.Number, line.Hash);
        return line;
    }
}

/// <summary>What somebody wants written down, with everything a line of the ledger says of it.</summary>
/// <param name="PersonId">Whose contribution it is; null for somebody without account, by <paramref name="Name"/>.</param>
/// <param name="On">The day it was given.</param>
/// <param name="Amount">As typed.</param>
public sealed record Entry(long AuthorId, long? PersonId, long CommonId, long? MissionId, Given Given, DateOnly On, string What, string? Amount, string? Name, string? Link)
{
    public LineKind Kind { get; init; }

    /// <summary>The line that a witness, correction or withdrawal is about.</summary>
    public int? About { get; init; }
}
