using Microsoft.EntityFrameworkCore;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>What is somebody's is not somebody else's: buttons, drafts, asks and private missions.</summary>
public sealed class TrespassTests
{
    [Fact]
    public async Task Buttons_that_nobody_made_change_nothing_wherever_they_are_pressed()
    {
        await using var village = await Village.StartAsync();
        await village.WritesAsync(village.Bob);
        StubMessage[] messages = [village.Guild.SystemChannel!.Messages[0], village.Bob.Dms[^1]];
        string[] codes = ["x", "@", "yes:999", "yes:-1", "yes:1@999999", "x@1", "draft:99999999999999999999", "fill:abc", "fill:9", "fill:9@999999", "form:", "form:nope", "form:nope:1", new('z', 100), "‮<@1>"];
        foreach (var message in messages)
        {
            foreach (var code in codes)
            {
                var before = message.Text;
                var seen = await village.Bob.PressId(message, code).SeenAsync();
                Village.Calm(seen);
                Assert.Null(seen.Modal);
                Assert.Equal(before, message.Text);
            }
        }

        Assert.Equal(2, await village.World.SeeAsync(db => db.People.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_button_in_private_opens_no_community_that_the_person_is_not_in()
    {
        await using var village = await Village.StartAsync();
        await village.WritesAsync(village.Bob);
        var elsewhere = await OtherAsync(village);
        await village.Bob.PressId(village.Bob.Dms[^1], $"mission-show:1@{elsewhere}").SeenAsync();
        Assert.Equal(0, await village.World.SeeAsync(db => db.Memberships.CountAsync(m => m.CommunityId == elsewhere, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_draft_is_only_its_owners()
    {
        await using var village = await Village.StartAsync();
        var eve = village.Discord.AddUser("eve").In(village.Guild).At(village.Missions);
        await village.WritesAsync(eve);
        var form = await village.Bob.Slash("contribution noter", ("quoi", "un secret"));
        var draft = Assert.IsType<StubModal>(form.Modal).CustomId.Split(':')[^1];

        foreach (var code in new[] { $"fill:{draft}", $"draft:{draft}", $"change:{draft}" })
        {
            var seen = await eve.PressId(eve.Dms[^1], code).SeenAsync();
            Village.Calm(seen);
            Assert.Null(seen.Modal);
            Assert.DoesNotContain("secret", seen.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_ask_is_answered_by_the_one_who_was_asked_and_a_closed_one_by_nobody()
    {
        await using var village = await Village.StartAsync();
        var eve = village.Discord.AddUser("eve").In(village.Guild).At(village.Missions);
        await village.WritesAsync(eve);
        var ask = await AskedAsync(village);
        var yes = ask.Buttons[0].CustomId!;

        var strange = await eve.PressId(eve.Dms[^1], yes).SeenAsync();
        Village.Calm(strange);
        Assert.DoesNotContain("Étude", strange.Text, StringComparison.Ordinal);
        Assert.Equal(Bot.Calls.AskState.Sent, await StateAsync(village));

        Assert.Contains("est clos", (await village.Claire.Slash("appel clore", ("appel", "C1"))).Text, StringComparison.Ordinal);
        var late = await village.Bob.PressId(ask, yes).SeenAsync();
        Village.Calm(late);
        Assert.NotEqual(Bot.Calls.AskState.Accepted, await StateAsync(village));
    }

    [Fact]
    public async Task A_private_mission_is_completed_for_its_team_alone()
    {
        await using var village = await Village.StartAsync();
        await village.Claire.Slash("mission ouvrir", ("titre", "Étude secrète"), ("visibilité", "Équipe seulement"), ("communs", "coworking"));
        Assert.Contains(await village.Claire.Complete("mission voir", "mission", ""), c => c.Name.Contains("secrète", StringComparison.Ordinal));
        Assert.DoesNotContain(await village.Bob.Complete("mission voir", "mission", ""), c => c.Name.Contains("secrète", StringComparison.Ordinal));
        Assert.DoesNotContain(await village.Bob.Complete("mission voir", "mission", "secr"), c => c.Name.Contains("secrète", StringComparison.Ordinal));
    }

    private static async Task<StubMessage> AskedAsync(Village village)
    {
        await village.Bob.Slash("expérience ajouter", ("commun", "coworking"), ("niveau", "J’en prends soin"), ("depuis", "2019"));
        var giving = await village.Bob.Slash("dispo régler");
        await village.Bob.Submit(giving, ("me demander au plus, par mois (0, 2, 4, 6)", "4"), ("heures par mois, en tout", "8"));
        await village.Discord.UntilAsync(() => village.Bob.Dms.Count == 1, "the first private message");
        await village.Claire.Slash("mission ouvrir", ("titre", "Étude"), ("limite", "15 décembre"), ("communs", "coworking"));
        await village.Claire.Slash("commoners appeler", ("commun", "coworking"), ("mission", "M1"), ("heures", "6"), ("échéance", "10 décembre"), ("contrepartie", "Rémunération"));
        await village.World.DueAsync();
        await village.Discord.UntilAsync(() => village.Bob.Dms.Count == 2, "the ask");
        return village.Bob.Dms[^1];
    }

    /// <summary>What became of the ask to Bob.</summary>
    private static Task<Bot.Calls.AskState> StateAsync(Village village) => village.World.SeeAsync(db =>
        db.Asks.Where(a => db.Accounts.Any(c => c.PersonId == a.PersonId && c.ExternalId == village.Bob.Id)).Select(a => a.State).SingleAsync(TestContext.Current.CancellationToken));

    private static Task<long> OtherAsync(Village village) => village.World.Host.Store.Writer.WriteAsync(async scope =>
    {
        var other = scope.Db.Communities.Add(new Bot.Communities.Community { Name = "Ailleurs", Language = Languages.Language.French, Zone = "Europe/Paris" }).Entity;
        await scope.Db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return other.Id;
    });
}
