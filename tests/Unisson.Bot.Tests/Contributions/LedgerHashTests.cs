using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CsCheck;
using Unisson.Bot.Contributions;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Contributions;

public sealed partial class LedgerHashTests
{
    private static readonly string[] Blocks = [.. Fenced().Matches(File.ReadAllText(Path.Combine(Checkout.Folder, "docs", "ledger.md"))).Select(m => m.Groups["hex"].Value.Replace("\n", "", StringComparison.Ordinal))];

    [Fact]
    public void The_example_of_the_documentation_is_what_the_program_computes()
    {
        var line = Example();
        Span<byte> bytes = stackalloc byte[512];
        var length = LedgerHash.Encode(line, bytes);

        Assert.Equal(4, Blocks.Length);
        Assert.Equal(Blocks[1], Convert.ToHexStringLower(line.Commitment));
        Assert.Equal(Blocks[2], Convert.ToHexStringLower(bytes[..length]));
        Assert.Equal(Blocks[3], Convert.ToHexStringLower(LedgerHash.Of(line)));
    }

    [Fact]
    public void The_example_of_the_documentation_follows_from_its_own_bytes()
    {
        Assert.Equal(Blocks[1], Hash(Blocks[0]));
        Assert.Equal(Blocks[3], Hash(Blocks[2]));

        static string Hash(string hex) => Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(hex)));
    }

    [Fact]
    public void No_field_can_change_without_the_hash()
    {
        var hash = Convert.ToHexStringLower(LedgerHash.Of(Example()));
        LedgerLine[] others =
        [
            Example(community: 2), Example(number: 2), Example(kind: LineKind.Correction), Example(about: 1), Example(at: TestBot.Start.AddTicks(1)),
            Example(author: 3), Example(person: null), Example(person: 3), Example(common: 4), Example(mission: 1), Example(contribution: ContributionKind.Code),
            Example(minutes: 181), Example(minutes: null, cents: 180), Example(minutes: null), Example(on: new DateOnly(2026, 11, 24)),
            Example(what: "Fiche pratique : ouvrir un lien"), Example(previous: [1, .. new byte[31]]),
        ];

        Assert.Equal(others.Length + 1, others.Select(l => Convert.ToHexStringLower(LedgerHash.Of(l))).Append(hash).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Two_different_texts_never_encode_alike()
    {
        var words = Gen.OneOf(Gen.Const((string?)null), Gen.Const((string?)""), Gen.String[Gen.Char["ab"], 0, 3].Select(s => (string?)s));
        Gen.Select(words, words, words, words, words, words).Sample((a, b, c, d, e, f) =>
        {
            var one = Text(a ?? "", b, c, null);
            var other = Text(d ?? "", e, f, null);
            return LedgerHash.Commitment(one).AsSpan().SequenceEqual(LedgerHash.Commitment(other)) == ((a ?? "", b, c) == (d ?? "", e, f));
        });
    }

    [Fact]
    public void A_text_as_long_as_any_can_be_is_hashed()
        => Assert.NotEqual(LedgerHash.Commitment(Text(new string('€', 200), "3h", new string('é', 80), new string('x', 500))), LedgerHash.Commitment(Text(new string('€', 200), "3h", new string('é', 80), new string('x', 499))));

    private static LedgerText Text(string what, string? amount, string? name, string? link)
        => new() { Salt = [.. Enumerable.Range(0, 16).Select(i => (byte)i)], What = what, Amount = amount, Name = name, Link = link };

    private static LedgerLine Example(
        long community = 1, int number = 1, LineKind kind = LineKind.Line, int? about = null, DateTimeOffset? at = null, long author = 2, long? person = 2, long common = 3,
        long? mission = null, ContributionKind contribution = ContributionKind.Time, long? minutes = 180, long? cents = null, DateOnly? on = null,
        string what = "Fiche pratique : ouvrir un lieu", byte[]? previous = null) => new()
        {
            CommunityId = community,
            Number = number,
            Kind = kind,
            About = about,
            At = at ?? TestBot.Start,
            AuthorId = author,
            PersonId = person,
            CommonId = common,
            MissionId = mission,
            Contribution = contribution,
            Minutes = minutes,
            Cents = cents,
            On = on ?? new DateOnly(2026, 11, 23),
            Commitment = LedgerHash.Commitment(Text(what, "3h", null, null)),
            Previous = previous ?? LedgerHash.Beginning,
        };

    [GeneratedRegex("```\n(?<hex>[0-9a-f\n]+)```", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fenced();
}
