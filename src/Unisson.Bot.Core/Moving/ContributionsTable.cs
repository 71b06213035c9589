using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Moving;

/// <summary>
/// Contributions as a file: each as it stands now, with a person's name as in any file that leaves (design 13). What comes in is credited by
/// name to somebody without account, to a person, or to the caller: another member's lines need that member's yes, and no file gives it (rule 11).
/// </summary>
internal static class ContributionsTable
{
    // The file may go anywhere: whoever takes it out is named by the same consent as all others.
    private const long Nobody = 0;

    public static readonly Column Day = new("date", Needed: true), To = new("common", Needed: true), Kind = new("kind"), Amount = new("amount"), What = new("what", Needed: true),
        Name = new("name"), Link = new("link"), Mission = new("mission");

    public static Table Table { get; } = new(Moved.Contributions, [Day, To, Kind, Amount, What, Name, Link, Mission]) { Rows = RowsAsync, Told = ToldAsync, Plan = PlanAsync };

    private static async IAsyncEnumerable<string?[]> RowsAsync(Leaving leaving, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var lines in LedgerRows.BatchesAsync(leaving.Read, leaving.CommunityId, all => all, keeps: false, ct))
        {
            await using var db = leaving.Read();
            var (commons, missions) = (await LedgerRows.CommonsAsync(db, lines, ct), await LedgerRows.MissionsAsync(db, lines, ct));
            var people = lines.Where(s => !HasMoney(s)).Select(s => s.Line.PersonId).OfType<long>().Distinct().ToList();
            var names = await ExportConsent.NamesAsync(db, leaving.CommunityId, Nobody, people, ct);
            foreach (var s in lines)
            {
                yield return
                [
                    s.Line.On.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                    commons[s.Line.CommonId],
                    ContributionChoices.Kind.Label(s.Line.Contribution, leaving.Say),
                    LedgerRows.Amount(s.Given, leaving.Say),
                    s.What,
                    s.Line.PersonId is { } person && !HasMoney(s) ? names.GetValueOrDefault(person) : null,
                    s.Line.Text?.Link,
                    s.Line.MissionId is { } mission ? missions.GetValueOrDefault(mission) : null,
                ];
            }
        }
    }

    private static bool HasMoney(Standing s) => s.Line.Contribution == ContributionKind.Money || s.Line.Cents is not null || s.After.Any(l => l.Cents is not null);

    private static async Task<Reply> ToldAsync(Request r, CancellationToken ct)
    {
        var lines = r.Db.Ledger.Where(l => l.CommunityId == r.Caller.CommunityId && l.Kind == LineKind.Line
            && !r.Db.Ledger.Any(o => o.CommunityId == l.CommunityId && o.About == l.Number && o.Kind == LineKind.Withdrawal));
        var (all, count) = (await lines.CountAsync(ct), await lines.CountAsync(l => l.Text != null, ct));
        var people = await lines.Where(l => l.PersonId != null).Select(l => l.PersonId!.Value).Distinct().ToListAsync(ct);
        var unnamed = await ExportConsent.UnnamedAsync(r.Db, r.Caller.CommunityId, Nobody, people, ct);
        return new Reply(r.Say["export.contributions", count])
        {
            Lines =
            [
                unnamed == 0 ? r.Say["contribution.export-named"] : r.Say["contribution.export-unnamed", unnamed],
                r.Say["contribution.export-never"],
                .. all > count ? [r.Say["export.forgotten", all - count]] : Array.Empty<string>(),
            ],
        };
    }

    private static async Task<Plan> PlanAsync(Request r, Sheet sheet, CancellationToken ct)
    {
        var wrong = new List<WrongCell>();
        var read = await ContributionRow.ReadAsync(r, sheet, wrong, ct);
        var there = await LinesThere.AmongAsync(r, read, ct);

        // Rows with a name find theirs first: one without takes any that is left.
        var passed = read.OrderBy(row => row.Name is null).Where(there.Takes).ToHashSet(ReferenceEqualityComparer.Instance);
        var added = read.Where(row => !passed.Contains(row)).ToList();
        var own = await OwnNamesAsync(r, added, wrong, ct);
        var large = added.Count(a => a.Given.IsLarge);
        var waiting = large == 0 ? 0 : await r.Db.Proposals.CountAsync(p => p.CommunityId == r.Caller.CommunityId && p.AuthorId == r.Caller.PersonId, ct);
        if (large > 0 && large + waiting > Proposal.MostWaiting)
        {
            wrong.Add(new WrongCell(added.Last(a => a.Given.IsLarge).Line, Amount, new Refusal("import.too-large", large, Proposal.MostWaiting - waiting)));
        }

        var telling = new Telling(r.Say, InTheOpen: false);
        var nobody = NameOfNobody(r);
        return new Plan([.. added.Select(a => r.Say["import.contribution", a.On, telling.Of(a.Given, a.Name ?? nobody, a.Common.Name, a.What, null)])], passed.Count, wrong, stop => StoreAsync(r, added, own, large, stop));
    }

    /// <summary>The names by which rows mean the caller; another member's cannot stand in for their yes.</summary>
    private static async Task<HashSet<string>> OwnNamesAsync(Request r, List<ContributionRow> rows, List<WrongCell> wrong, CancellationToken ct)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var named in rows.Where(row => row.Name is not null).GroupBy(row => row.Name!, StringComparer.Ordinal))
        {
            if ((await Commoners.FindingPeople.PersonAsync(r, named.Key, ct)).Refused(out _, out var member))
            {
                continue;
            }

            if (member.Id == r.Caller.PersonId)
            {
                own.Add(named.Key);
            }
            else
            {
                wrong.AddRange(named.Select(row => new WrongCell(row.Line, Name, new Refusal("import.member", member.Name))));
            }
        }

        return own;
    }

    private static async Task<IReadOnlyList<string>> StoreAsync(Request r, List<ContributionRow> rows, HashSet<string> own, int large, CancellationToken ct)
    {
        var nobody = NameOfNobody(r);
        var numbers = new List<int>(rows.Count);
        foreach (var row in rows)
        {
            var isOwn = row.Name is not null && own.Contains(row.Name);
            var name = isOwn ? null : row.Name is null ? nobody : await Commoners.WithoutAccount.SpelledAsync(r.Db, r.Caller.CommunityId, row.Name, ct);
            var entry = new Entry(r.Caller.PersonId, isOwn ? r.Caller.PersonId : null, row.Common.Id, null, row.Given, row.On, row.What, row.Amount, name, row.Link);
            if (row.Given.IsLarge)
            {
                await Proposing.ProposeAsync(r, entry, new Credit(entry.PersonId, name, name ?? r.Caller.Name, null), row.Common, null, ct);
            }
            else
            {
                numbers.Add((await Ledger.AppendAsync(r, entry, ct)).Number);
            }
        }

        if (numbers.Count > 0)
        {
            var say = new Say(r.Caller.CommunityLanguage, r.Caller.CommunityZone, r.Now);
            var told = new Reply(say["import.ledger", numbers.Count, LedgerLine.LabelOf(numbers[0]), LedgerLine.LabelOf(numbers[^1])]);
            await Deliveries.Outbox.ToChannelAsync(r.Db, r.Caller.CommunityId, Communities.ChannelUse.Ledger, "ledger", told, r.Now, ct);
        }

        return large > 0 ? [r.Say["import.large", large]] : [];
    }

    /// <summary>« une personne »: of a row without a name.</summary>
    private static string NameOfNobody(Request r) => Say.In(r.Caller.CommunityLanguage)["import.a-person"];
}
