using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Calls;

/// <summary>A community with one common and one mission of Claire's, and people who know the common and said what they give.</summary>
internal sealed class Village : IAsyncDisposable
{
    private Village(TestBot bot) => Bot = bot;

    public TestBot Bot { get; }

    public static async Task<Village> StartAsync(DateTimeOffset? now = null)
    {
        var village = new Village(await TestBot.StartAsync(now));
        await village.Bot.DoAsync("claire> /common add coworking name:Coworking", "claire> /mission open \"Coworking in Lons\" commons:coworking");
        return village;
    }

    /// <summary>Somebody who knows the common and gives so much a month.</summary>
    public async Task GivesAsync(string name, int asks = 4, int hours = 8, Level level = Level.Contributed, int? since = null, string? language = null)
    {
        await Bot.SayAsync($"{name}> {(language == "fr" ? "/appel liste" : "/call list")}");
        await ChangeAsync(name, async (db, person) =>
        {
            person.Capacity = hours * 60;
            person.Language = language == "fr" ? Languages.Language.French : null;
            var membership = await db.Memberships.SingleAsync(m => m.PersonId == person.Id);
            (membership.Asks, membership.ConsentAt) = (asks, Bot.Now);
            var common = await db.Commons.SingleAsync();
            db.Experiences.Add(new Experience { CommunityId = 1, PersonId = person.Id, CommonId = common.Id, Since = since }.Declare(level, Bot.Now));
        });
    }

    /// <summary>What commands of other parts would do to a person.</summary>
    public Task ChangeAsync(string name, Func<BotDb, Person, Task> change) => Bot.Host.Store.Writer.WriteAsync(async scope =>
    {
        var db = scope.Db;
        var person = await db.People.SingleAsync(p => p.Id == db.Accounts.Single(a => a.ExternalId == name).PersonId);
        await change(db, person);
        await Turns.KeepAsync(db, person.Id, TestContext.Current.CancellationToken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    /// <summary>An answer as a door hands it over, beside whatever else is under way.</summary>
    public async Task<Reply> AnswerAsync(string name, string call, string answer)
    {
        var line = new CommandLine("call answer", ("call", call), ("answer", answer));
        return await DeliverAsync(By(name) with { Command = line });
    }

    /// <summary>A button, by its code.</summary>
    public Task<Reply> TapAsync(string name, string code) => DeliverAsync(By(name) with { Action = code });

    private static Incoming By(string name) => new("terminal", Guid.NewGuid().ToString("N"), name, name, null);

    private async Task<Reply> DeliverAsync(Incoming incoming)
        => (await Bot.Host.Dispatcher.HandleAsync(incoming, 1, TestContext.Current.CancellationToken)).Reply;

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
