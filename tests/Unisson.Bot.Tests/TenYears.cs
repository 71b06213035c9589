using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Missions;
using Unisson.Bot.Tests.Harness;
using Unisson.Bot.Tests.Reminders;

namespace Unisson.Bot.Tests;

/// <summary>What a data file holds at the end of a year.</summary>
internal sealed record Kept(DateTimeOffset At, int Messages, DateTimeOffset Oldest, int Bodies, int Keys, int Drafts, int Asks, long Pages);

/// <summary>Three people on three clocks who live ten years, three leap days and twenty changes of the clock, by <c>/wait</c>.</summary>
internal sealed class TenYears(TestBot bot) : IAsyncDisposable
{
    public const int Years = 10;

    /// <summary>A quarter of a year, as <c>/wait</c> has it.</summary>
    private static readonly string[] Quarters = ["/wait 3 months", "/wait 3 months", "/wait 3 months", "/wait 3 months"];

    public static readonly IReadOnlyDictionary<string, string> Zones = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["claire"] = "Europe/Paris",
        ["eve"] = "Indian/Reunion",
        ["nou"] = "Pacific/Noumea",
    };

    public TestBot Bot => bot;

    public Said Said { get; } = new(bot);

    public DateTimeOffset Start { get; private set; }

    public List<Kept> Kept { get; } = [];

    public static async Task<TenYears> LiveAsync()
    {
        var life = new TenYears(await TestBot.StartAsync());
        life.Said.Listen();
        await life.SettleDownAsync();
        for (var year = 0; year < Years; year++)
        {
            await life.YearAsync(year);
        }

        return life;
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    private async Task SettleDownAsync()
    {
        await bot.DoAsync("claire> /common add coworking");
        foreach (var (name, zone) in Zones)
        {
            await bot.DoAsync($"{name}> /my settings zone:{zone}", $"{name}> /experience add coworking contributed", $"{name}> /availability set asks:1 hours:2h");
        }

        await bot.DoAsync("claire> /mission open Garden", "eve> /mission join M1 role:provider");
        await DeadlineLadderTests.ChangeAsync(bot, db => db.RoleHolders.Where(h => h.Holding == Holding.Candidate).ExecuteUpdateAsync(u => u.SetProperty(h => h.Holding, Holding.Active)));
        await bot.DoAsync(
            "claire> /rappel ajouter \"chaque dimanche à 2h30\" =meter=", "claire> /rappel ajouter demain =month= répéter:\"le dernier jour du mois à 18h\"", "claire> /rappel ajouter \"chaque 29 février à 10h\" =leap=",
            "claire> /rappel ajouter demain =team= mission:M1 répéter:\"le premier lundi du mois à 9h30\"",
            "eve> /rappel ajouter \"le 15 de chaque mois à 9h\" =rent=", "nou> /rappel ajouter \"chaque vendredi à 17h\" =bread=");
        Start = bot.Now;
    }

    /// <summary>A deadline, a call, a pause, and something to be told once; the quarter's questions stay unanswered.</summary>
    private async Task YearAsync(int year)
    {
        var number = year + 2;
        await bot.DoAsync(
            string.Create(CultureInfo.InvariantCulture, $"claire> /mission open \"Work {year}\" commons:coworking deadline:\"in 50 days\""),
            string.Create(CultureInfo.InvariantCulture, $"claire> /commoners call coworking mission:M{number} places:1 hours:1h by:\"in 8 days\" terms:paid"),
            string.Create(CultureInfo.InvariantCulture, $"nou> /reminder add \"in 200 days\" =once{year}="));
        await bot.DoAsync(Quarters[0], "eve> /availability pause until:\"in 20 days\"", Quarters[1], "eve> /availability resume");
        await bot.DoAsync(Quarters[2..]);
        Kept.Add(await bot.SeeAsync(async db => new Kept(
            bot.Now,
            await db.Outbox.CountAsync(), (await db.Outbox.MinAsync(o => o.SentAt))!.Value, await db.Outbox.CountAsync(o => o.Body != null && o.SentAt < bot.Now.AddDays(-8)),
            await db.Inbox.CountAsync(), await db.Drafts.CountAsync(), await db.Asks.CountAsync(),
            (await db.Database.SqlQuery<long>($"SELECT page_count - freelist_count AS Value FROM pragma_page_count, pragma_freelist_count").ToListAsync())[0])));
    }
}
