using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Closing;
using Unisson.Bot.Commoners;
using Unisson.Bot.Contracts;
using Unisson.Bot.Frames;
using Unisson.Bot.Missions;
using Unisson.Bot.Pledges;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Documents;

/// <summary>
/// A mission with all that a document tells of: Claire coordinates, Paul provides, Ana guarantees, Bob and Gus help; of them Claire and Bob agreed
/// to be named. Coworking has a witness, Repair has none, Garden is to be built.
/// </summary>
internal static partial class Answered
{
    public static async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync(
            "claire> /my settings visibility:public",
            "bob> /my settings visibility:public",
            "ana> /mission list", "paul> /mission list", "gus> /mission list", "hugo> /mission list",
            "claire> /common add coworking name:Coworking about:\"A place where people work side by side.\" licence:\"CC BY-SA 4.0\" links:https://coworking.example/",
            "claire> /common add garden name:\"Shared garden\" state:to-build",
            "claire> /common add repair name:\"Repair café\" about:\"Things get a second life.\" state:asleep",
            "bob> /experience add coworking contributed visible:public",
            "gus> /experience add coworking used",
            "claire> /common resource coworking \"How-to: opening a place\" link:https://movilab.example/opening kind:recipe",
            "claire> /common resource coworking \"Two keys\" kind:place",
            "claire> /mission open \"Study for a coworking in Lons\" kind:tender sponsor:\"CC Bresse Haute Seille\" reference:\"AO 2026-17\" deadline:\"15 December 4pm\" starts:\"4 January\" ends:\"30 June\" place:Lons commons:coworking,garden,repair licence:\"CC BY-SA\" needs:\"The town has an empty school and wants people to work there.\" deliverables:\"A study, and a plan for three years.\" budget:\"4000 euros\"");
        await bot.Host.Store.Writer.WriteAsync(async scope =>
        {
            var db = scope.Db;
            await HoldAsync(db, "paul", RoleKind.Provider, bot.Now);
            await HoldAsync(db, "ana", RoleKind.GuarantorConnector, bot.Now);
            await HoldAsync(db, "bob", RoleKind.HelpingCommoner, bot.Now);
            await HoldAsync(db, "gus", RoleKind.HelpingCommoner, bot.Now);
            await HoldAsync(db, "hugo", RoleKind.HelpingCommoner, bot.Now, Holding.Candidate);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return bot;
    }

    /// <summary>Adds what no command writes yet.</summary>
    public static async Task AgreedAsync(TestBot bot)
    {
        await bot.Host.Store.Writer.WriteAsync(async scope =>
        {
            var db = scope.Db;
            var (mission, claire, ana, paul, bob) = (await db.Missions.SingleAsync(m => m.Number == 1), await IdAsync(db, "claire"), await IdAsync(db, "ana"), await IdAsync(db, "paul"), await IdAsync(db, "bob"));
            var coworking = await CommonAsync(db, "coworking");
            var repair = await CommonAsync(db, "repair");
            db.Pledges.AddRange(
                new Pledge { CommunityId = 1, Number = 1, MissionId = mission.Id, CommonId = coworking, Kind = PledgeKind.Documentation, What = "A how-to about the keys", Amount = "2 jours", By = new DateOnly(2027, 6, 30), PromisedBy = claire, PromisedAt = bot.Now, State = PledgeState.Kept },
                new Pledge { CommunityId = 1, Number = 2, MissionId = mission.Id, CommonId = coworking, Kind = PledgeKind.Share, What = "Five per cent of the budget", Amount = "5 %", Share = 500, PromisedBy = claire, PromisedAt = bot.Now, State = PledgeState.NotKept, Reason = "The sponsor cut the budget" },
                new Pledge { CommunityId = 1, Number = 3, MissionId = mission.Id, CommonId = repair, Kind = PledgeKind.Time, What = "Two evenings", Amount = "6h", Minutes = 360, PromisedBy = claire, PromisedAt = bot.Now, State = PledgeState.Promised });
            db.Acceptances.AddRange(
                new Acceptance { CommunityId = 1, MissionId = mission.Id, PersonId = ana, Role = RoleKind.GuarantorConnector, Version = 1, At = bot.Now, ReviewOn = new DateOnly(2027, 11, 24) },
                new Acceptance { CommunityId = 1, MissionId = mission.Id, PersonId = paul, Role = RoleKind.Provider, Version = 1, At = bot.Now, ReviewOn = new DateOnly(2027, 11, 24) });
            db.Frames.AddRange(
                new Frame { CommunityId = 1, MissionId = mission.Id, PersonId = bob, Role = RoleKind.HelpingCommoner, Scope = "Two visits", Minutes = 720, Terms = Terms.Paid, How = "650 euros by invoice", ProposedBy = claire, ProposedAt = bot.Now, HolderAt = bot.Now, TeamBy = claire, TeamAt = bot.Now },
                new Frame { CommunityId = 1, MissionId = mission.Id, PersonId = claire, Role = RoleKind.Coordinator, Scope = "All of it", Terms = Terms.Voluntary, ProposedBy = claire, ProposedAt = bot.Now, HolderAt = bot.Now, TeamBy = ana, TeamAt = bot.Now },
                new Frame { CommunityId = 1, MissionId = mission.Id, PersonId = paul, Role = RoleKind.Provider, Scope = "Not agreed yet", Terms = Terms.Exchanged, ProposedBy = paul, ProposedAt = bot.Now, HolderAt = bot.Now });
            db.NamedHolders.Add(new NamedHolder { CommunityId = 1, MissionId = mission.Id, Role = RoleKind.Provider, Name = "Atelier Jura", AddedBy = claire, Since = bot.Now });
            db.Lessons.Add(new Lesson { CommunityId = 1, MissionId = mission.Id, CommonId = coworking, Learned = "Keys need a keeper.\nA keeper needs a deputy.", Where = "https://wiki.example/keys", Licence = "CC BY-SA 4.0", WrittenBy = claire, At = bot.Now });
            db.Lookbacks.AddRange(
                new Lookback { CommunityId = 1, MissionId = mission.Id, CommonId = coworking, Months = 3, DueAt = bot.Now, AskedAt = bot.Now, Answer = LinkLives.ALittle, Note = "They meet once a month", AnsweredBy = claire, AnsweredAt = bot.Now },
                new Lookback { CommunityId = 1, MissionId = mission.Id, CommonId = coworking, Months = 12, DueAt = bot.Now });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await bot.DoAsync(
            "bob> /contribution log coworking 3h \"How-to: the keys\" mission:M1",
            "gus> /contribution log coworking 2h \"A visit\" mission:M1",
            "claire> /contribution log repair 120€ \"Tools\" mission:M1",
            "claire> /contribution log coworking \"A room for the visit\" kind:place mission:M1",
            "bob> /contribution log coworking 5h \"Written twice\" mission:M1",
            "bob> /contribution withdraw L5 \"Written twice\"",
            "bob> /contribution correct L1 4h",
            "claire> /mission status M1 answered",
            "claire> /mission status M1 won");
    }

    /// <summary>The text file in a block.</summary>
    public static string TextIn(string block)
    {
        var from = block.IndexOf('\n', block.IndexOf("\n--- unisson-", StringComparison.Ordinal) + 1) + 1;
        return block[from..(block.LastIndexOf("\n---\n", StringComparison.Ordinal) + 1)];
    }

    /// <summary>The bytes of the file whose path a block gives.</summary>
    public static byte[] SavedIn(string block)
        => File.ReadAllBytes(TextIn(block).Trim());

    /// <summary>All that stands in all parts of a DOCX, but for the ids that its library draws, in which any four figures can stand.</summary>
    public static string PartsOf(byte[] docx)
    {
        using var archive = new ZipArchive(new MemoryStream(docx));
        var all = new StringBuilder();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            all.Append(entry.FullName).Append('\n').Append(reader.ReadToEnd()).Append('\n');
        }

        return DrawnId().Replace(all.ToString(), "");
    }

    /// <summary>The words of its pages.</summary>
    public static string WordsOf(byte[] docx)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return file.MainDocumentPart!.Document!.Body!.InnerText;
    }

    public static IEnumerable<string> ErrorsIn(byte[] docx)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(file, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }

    public static async Task HoldAsync(BotDb db, string name, RoleKind role, DateTimeOffset since, Holding holding = Holding.Active) => db.RoleHolders.Add(new RoleHolder
    {
        CommunityId = 1,
        MissionId = (await db.Missions.SingleAsync(m => m.Number == 1)).Id,
        PersonId = await IdAsync(db, name),
        Role = role,
        Holding = holding,
        Since = since,
    });

    public static Task<long> CommonAsync(BotDb db, string slug) => db.Commons.Where(c => c.Slug == slug).Select(c => c.Id).SingleAsync();

    public static Task<long> IdAsync(BotDb db, string name) => db.People.Where(p => p.Name == name).Select(p => p.Id).SingleAsync();

    [GeneratedRegex("[0-9a-f]{16,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex DrawnId();
}
