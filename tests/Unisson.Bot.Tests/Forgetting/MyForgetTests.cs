using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Unisson.Bot.Contributions;
using Unisson.Bot.Forgetting;
using Unisson.Bot.Languages;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;
using Unisson.Bot.Terminal;
using Unisson.Bot.Tests.Harness;
using Unisson.Bot.Tests.Reminders;
using Xunit;

namespace Unisson.Bot.Tests.Forgetting;

/// <summary>Who asks to be forgotten is: no byte of their name or words is left in any file, and the ledger still proves itself.</summary>
public sealed class MyForgetTests
{
    /// <summary>Words that stand nowhere else.</summary>
    private static readonly string[] Theirs = ["zoltanette", "quimperlé", "quimperl\\u00e9", "grenouille", "parapluie", "tournesol", "libellule", "hirondelle", "coquelicot"];

    [Fact]
    public async Task No_byte_of_them_is_left_in_any_file()
    {
        await using var bot = await LivedInAsync();
        File.Copy(bot.File, bot.File + ".20260101000000_Old.copy");
        var folder = Path.GetDirectoryName(bot.File)!;
        Assert.All(Theirs.Where(t => !t.Contains('\\', StringComparison.Ordinal)), word => Assert.NotEmpty(Files(folder, word)));

        var done = await bot.TapAsync("zoltanette", await bot.DoAsync("zoltanette> /my forget"), "Erase all of it");

        Assert.StartsWith("All of it is erased.", done, StringComparison.Ordinal);
        Assert.All(Theirs, word => Assert.Empty(Files(folder, word)));
        var found = await bot.SeeAsync(db => LedgerCheck.RunAsync(db, Conversation.Local, TestContext.Current.CancellationToken));
        Assert.Null(found.Fault);
        Assert.Equal(2, found.Forgotten);
    }

    [Fact]
    public async Task Others_read_that_somebody_asked_to_be_forgotten_and_the_work_goes_on()
    {
        await using var bot = await LivedInAsync();

        var said = await bot.DoAsync("zoltanette> /my forget account:all");

        Assert.Contains("→ ana (private): A person who asked to be forgotten hands back Coordinator for Lons (M1).", said, StringComparison.Ordinal);
        Assert.Contains("\n  A person who asked to be forgotten asks, with ana as guarantor.\n", said, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(said, "→ #missions: Lons \\(M1\\)", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var list = await bot.DoAsync("ana> /contribution list");
        Assert.Contains("L1, Tuesday 24 November: 3 h for Coworking, a contribution by a person who asked to be forgotten", list, StringComparison.Ordinal);
        Assert.Contains("L3, Tuesday 24 November: A person who asked to be forgotten confirms L2", list, StringComparison.Ordinal);
        Assert.Contains("2 texts were forgotten at a person’s wish; the chain holds without the words.", await bot.DoAsync("ana> /contribution verify"), StringComparison.Ordinal);
        Assert.Contains("A person who asked to be forgotten", await bot.DoAsync("ana> /mission show M1"), StringComparison.Ordinal);
        Assert.DoesNotContain("zoltanette", await bot.WaitAsync(TimeSpan.FromDays(30)), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await bot.SeeAsync(db => db.Asks.CountAsync(a => a.State != AskState.Accepted && db.People.Any(p => p.Id == a.PersonId && p.ForgottenAt != null))));
    }

    [Fact]
    public async Task Who_comes_back_is_somebody_new()
    {
        await using var bot = await LivedInAsync();
        await bot.DoAsync("zoltanette> /my forget account:all");

        Assert.Contains("0 lines", await bot.DoAsync("zoltanette> /my show"), StringComparison.Ordinal);
        Assert.Equal("contribution.not-your-line", await bot.RefusedAsync("zoltanette> /contribution withdraw L1"));
        Assert.Equal(2, await bot.SeeAsync(db => db.People.CountAsync(p => p.Name == Say.Nobody || p.Name == "zoltanette")));
    }

    [Fact]
    public async Task Alone_it_says_what_goes_and_erases_nothing()
    {
        await using var bot = await LivedInAsync();

        Assert.Equal(
            """
            Nothing is erased yet. This erases what I know about you in every community here, for good.
              Gone: your name and accounts, what you can give, when you were asked and what you answered, 1 experience, 2 reminders and the words of 2 lines in the ledger.
              Stays without your name, because others count on it: numbers, dates and amounts of ledger lines, and that a role was held. It reads “a person who asked to be forgotten”.
              You hold roles in Lons: they are handed back, and the teams are told that somebody left.
              To take it with you first: /my export
              /my forget account:Everything
              [1] Erase all of it

            """,
            await bot.DoAsync("zoltanette> /my forget"));
        Assert.Equal("my.no-account-there", await bot.RefusedAsync("zoltanette> /my forget account:discord"));
        Assert.Equal(0, await bot.SeeAsync(db => db.People.CountAsync(p => p.ForgottenAt != null)));
    }

    [Fact]
    public async Task An_older_file_that_is_put_back_forgets_again_and_nobody_else()
    {
        await using var bot = await LivedInAsync();
        await bot.SeeAsync(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {bot.File + ".older"}"));
        await bot.DoAsync("zoltanette> /my forget account:all");

        var older = bot.File + ".older";
        File.Move(ForgottenList.PathOf(bot.File), ForgottenList.PathOf(older));
        await using (var store = Store.Open(older))
        {
            Assert.Equal(1, await Forgetter.AgainAsync(store, bot.Now, TestContext.Current.CancellationToken));
            Assert.Equal(0, await Forgetter.AgainAsync(store, bot.Now, TestContext.Current.CancellationToken));
            await using var db = store.Read();
            Assert.Equal(["ana", "bob", Say.Nobody], (await db.People.Select(p => p.Name).ToListAsync(TestContext.Current.CancellationToken)).Order(StringComparer.Ordinal).Reverse().OrderBy(n => n == Say.Nobody).ThenBy(n => n, StringComparer.Ordinal));
        }

        Assert.All(Theirs, word => Assert.Empty(Files(Path.GetDirectoryName(older)!, word)));
    }

    [Fact]
    public async Task A_crash_before_the_commit_makes_nobody_forgotten_and_one_after_it_leaves_nobody_out()
    {
        await using var bot = await LivedInAsync();
        var (zoltanette, joined) = await bot.SeeAsync(async db => await db.Memberships.Where(m => db.People.Any(p => p.Id == m.PersonId && p.Name == "zoltanette")).Select(m => ValueTuple.Create(m.PersonId, m.JoinedAt)).SingleAsync());
        var announced = $"{zoltanette} {joined.UtcTicks} ?\n";
        await File.WriteAllTextAsync(ForgottenList.PathOf(bot.File), announced, TestContext.Current.CancellationToken);

        Assert.Equal(0, await Forgetter.AgainAsync(bot.Host.Store, bot.Now, TestContext.Current.CancellationToken));
        Assert.Empty(ForgottenList.Read(bot.File));

        await bot.DoAsync("zoltanette> /my forget account:all");
        await File.WriteAllTextAsync(ForgottenList.PathOf(bot.File), announced, TestContext.Current.CancellationToken);
        Assert.Equal(0, await Forgetter.AgainAsync(bot.Host.Store, bot.Now, TestContext.Current.CancellationToken));
        Assert.Equal([new ForgottenOne(zoltanette, joined)], ForgottenList.Read(bot.File));
    }

    [Fact]
    public async Task Nothing_that_a_person_row_holds_outlives_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("zoltanette> /help");
        await bot.SeeAsync(db =>
        {
            var (left, fresh) = (new Person { Name = "x" }, new Person { Name = Say.Nobody, Digest = Digest.Never });
            foreach (var property in db.Model.FindEntityType(typeof(Person))!.GetProperties().Where(p => !p.IsPrimaryKey() && p.Name != nameof(Person.Became)))
            {
                if (property.PropertyInfo is { SetMethod.IsPublic: true } info)
                {
                    info.SetValue(left, Something(info.PropertyType));
                }
            }

            left.Forget(bot.Now);
            foreach (var property in db.Model.FindEntityType(typeof(Person))!.GetProperties().Where(p => p.Name is not (nameof(Person.Id) or nameof(Person.ForgottenAt) or nameof(Person.Became))))
            {
                Assert.Equal((property.Name, property.PropertyInfo!.GetValue(fresh)), (property.Name, property.PropertyInfo.GetValue(left)));
            }

            return Task.FromResult(0);
        });
    }

    private static object? Something(Type type)
    {
        var of = Nullable.GetUnderlyingType(type) ?? type;
        return of == typeof(string) ? "Europe/Paris" : of.IsEnum ? Enum.GetValues(of).GetValue(1) : of == typeof(DateTimeOffset) ? TestBot.Start : Convert.ChangeType(7, of, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Ana, Bob and Zoltanette have lived together for a while.</summary>
    private static async Task<TestBot> LivedInAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("ana> /common add coworking name:Coworking", "bob> /contribution verify");
        await Contributions.ContributionLogTests.AddLedgerChannelAsync(bot);
        await bot.DoAsync(
            "zoltanette> /experience add coworking contributed note:grenouille", "zoltanette> /availability set asks:4 hours:20h near:Quimperlé", "zoltanette> /reminder add tomorrow 9am parapluie",
            "zoltanette> /contribution log coworking 3h tournesol link:https://example.org/libellule", "ana> /contribution log coworking 2h plans", "zoltanette> /contribution confirm L2",
            "zoltanette> /contribution log coworking 1h coquelicot person:bob", "zoltanette> /mission open Lons commons:coworking deadline:\"15 December\"", "ana> /mission join M1 role:guarantor-connector");
        await ChooseAsync(bot);
        await bot.DoAsync("zoltanette> /contribution correct L1 what:hirondelle", "zoltanette> /commoners call coworking mission:M1 hours:2h by:\"10 December\" terms:paid note:tournesol");
        return bot;
    }

    private static Task ChooseAsync(TestBot bot)
        => DeadlineLadderTests.ChangeAsync(bot, db => db.RoleHolders.Where(h => h.Holding == Holding.Candidate).ExecuteUpdateAsync(u => u.SetProperty(h => h.Holding, Holding.Active)));

    /// <summary>Files of the folder that hold the word, whatever its case.</summary>
    private static List<string> Files(string folder, string word)
        => [.. Directory.EnumerateFiles(folder).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal) && Encoding.UTF8.GetString(Shared(file)).Contains(word, StringComparison.OrdinalIgnoreCase))];

    private static byte[] Shared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
