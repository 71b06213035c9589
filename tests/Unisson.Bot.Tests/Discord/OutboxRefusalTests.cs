using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Discord;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>Channels that are closed, people who cannot be written to, and people who left.</summary>
public sealed class OutboxRefusalTests
{
    private const string Send = "POST /channels/{channel_id}/messages";
    private const string Call = "/commoners call coworking mission:M1 hours:2h by:\"15 December\" terms:paid";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_closed_channel_is_left_in_peace_until_something_changed()
    {
        await using var world = await OutboxWorld.StartAsync();
        world.Missions.BotPermissions = StubPermissions.None;
        world.Run();
        await world.ToMissionsAsync("a", new Reply("one"));
        await world.SentAsync();
        await world.ToMissionsAsync("b", new Reply("two") { Card = "b" });
        await world.SentAsync();
        await world.ToMissionsAsync("b", new Reply("three") { Card = "b" });
        await world.SentAsync();
        Assert.Equal([Parking.Channel, Parking.Channel], await ParkedAsync(world));
        Assert.Single(world.Discord.Requests, r => r.Route == Send);

        world.Missions.BotPermissions = null;
        await world.ChangeAsync(db => Waiting.ChannelChangedAsync(db, "discord", world.Missions.Id, world.Now, Ct));
        await world.SentAsync();

        Assert.Equal(["one", "three"], world.Missions.Messages.Select(m => m.Content).Order());
    }

    [Fact]
    public async Task After_a_start_a_closed_channel_is_tried_once_more()
    {
        await using var world = await OutboxWorld.StartAsync();
        world.Missions.BotPermissions = StubPermissions.None;
        world.Run();
        await world.ToMissionsAsync("a", new Reply("one"));
        await world.SentAsync();
        await world.StopAsync();
        world.Missions.BotPermissions = null;

        world.Run();
        await world.UntilAsync(rows => rows.AllAsync(o => o.SentAt != null, Ct));

        Assert.Single(world.Missions.Messages);
    }

    [Fact]
    public async Task Admins_see_how_many_found_no_way_and_send_them_again_but_never_what_is_private()
    {
        await using var world = await OutboxWorld.StartAsync();
        var (claire, ana) = (await world.PersonAsync("claire"), await world.PersonAsync("ana"));
        Assert.Empty((await world.DoAsync(claire, "/setup settings")).Actions);
        (world.Missions.BotPermissions, ana.Reach) = (StubPermissions.None, DmReach.Closed);
        world.Run();
        await world.ToMissionsAsync("a", new Reply("one"));
        await world.ToMissionsAsync("b", new Reply("two"));
        await world.ToAsync(ana, "a", new Reply("secret"));
        await world.SentAsync();

        var list = await world.DoAsync(claire, "/setup settings");
        Assert.Equal([$"2 messages found no way into {world.Missions.Id}: the channel is closed to me.", "1 private message waits until its person comes by."], list.Lines.TakeLast(2));
        world.Missions.BotPermissions = null;
        Assert.Equal("2 messages leave once more.", (await world.TapAsync(claire, Assert.Single(list.Actions).Code)).First);
        await world.SentAsync();

        Assert.Equal(["one", "two"], world.Missions.Messages.Select(m => m.Content).Order());
        Assert.Empty(ana.Dms);
    }

    [Fact]
    public async Task A_message_that_Discord_does_not_take_is_set_aside_alone()
    {
        await using var world = await OutboxWorld.StartAsync();
        await world.ToMissionsAsync("a", new Reply(""));
        await world.ToMissionsAsync("b", new Reply("good"));
        world.Run();

        await world.SentAsync();

        Assert.Equal([Parking.Message], await ParkedAsync(world));
        Assert.Equal(["good"], world.Missions.Messages.Select(m => m.Content));
        world.Discord.ForgetViolations();
    }

    [Theory]
    [InlineData(DmReach.Closed)]
    [InlineData(DmReach.NoMutualServer)]
    public async Task What_a_closed_DM_does_not_take_is_shown_first_at_the_persons_next_command(DmReach reach)
    {
        await using var world = await OutboxWorld.StartAsync();
        var ana = await world.PersonAsync("ana");
        ana.Reach = reach;
        world.Run();
        await world.ToAsync(ana, "a", new Reply("one"));
        await world.SentAsync();
        await world.ToAsync(ana, "b", new Reply("two"));
        await world.SentAsync();

        Assert.Equal([Parking.Private, Parking.Private], await ParkedAsync(world));
        Assert.Single(world.Discord.Requests, r => r.Route == Send);
        Assert.Equal(["I tried to write to you privately, but your private messages are closed here. Nothing is lost: here it is.", "one", "two"], await ShownAsync(world, ana));
        Assert.Empty(await ShownAsync(world, ana));
    }

    [Fact]
    public async Task Without_a_private_conversation_a_message_waits_and_none_is_begun()
    {
        await using var world = await OutboxWorld.StartAsync();
        var ana = await world.PersonAsync("ana");
        await world.ChangeAsync(db => db.Accounts.ExecuteUpdateAsync(u => u.SetProperty(a => a.PrivateChannel, (string?)null), Ct));
        var before = world.Discord.Requests.Count;
        world.Run();
        await world.ToAsync(ana, "a", new Reply("one"));
        await world.SentAsync();

        Assert.Equal(before, world.Discord.Requests.Count);
        Assert.Equal(["Here is what was waiting for you.", "one"], await ShownAsync(world, ana));
    }

    [Fact]
    public async Task When_Discord_lets_no_conversation_begin_none_is_tried_for_a_day_and_admins_hear_it_once()
    {
        await using var world = await OutboxWorld.StartAsync();
        var claire = await world.PersonAsync("claire");
        var bob = world.Discord.AddUser("bob").In(world.Guild);
        await world.DoAsync(bob, "/call list");
        world.Discord.RefuseNewDms();
        var channels = new PrivateChannels(world.Host.Store, world.Rest, world.Time);

        Assert.False(await channels.OpenAsync(bob.Id, 1, _ => Task.CompletedTask, Ct));
        Assert.False(await channels.OpenAsync(bob.Id, 1, _ => Task.CompletedTask, Ct));
        Assert.Single(world.Discord.Requests, r => r.Code == 40003);
        world.Run();
        await world.SentAsync();
        Assert.StartsWith("The network lets me begin no new private conversation before", Assert.Single(claire.Dms).Content, StringComparison.Ordinal);

        world.Discord.RefuseNewDms(refuse: false);
        world.Pass(TimeSpan.FromHours(25));
        Assert.True(await channels.OpenAsync(bob.Id, 1, _ => Task.CompletedTask, Ct));
    }

    [Fact]
    public async Task Who_left_the_server_is_not_asked_and_somebody_else_is()
    {
        await using var world = await OutboxWorld.StartAsync();
        var (claire, ana) = (await VillageAsync(world), await GivesAsync(world, "ana"));
        await world.DoAsync(claire, Call);
        ana.Leaves(world.Guild);
        world.Run();
        await world.UntilAsync(rows => rows.AllAsync(o => o.AskId == null, Ct));

        var ask = await world.SeeAsync(db => db.Asks.SingleAsync(Ct));
        Assert.Equal((AskState.Released, null), (ask.State, ask.SentAt));
        Assert.Empty(ana.Dms);
        Assert.NotNull(await world.SeeAsync(db => db.Memberships.Where(m => m.PersonId == ask.PersonId).Select(m => m.LeftAt).SingleAsync(Ct)));
        Assert.DoesNotContain("ana", string.Concat((await world.DoAsync(claire, "/commoners find coworking")).Lines), StringComparison.Ordinal);

        var bob = await GivesAsync(world, "bob");
        await world.Host.Due.RunDueAsync(world.Now, Ct);
        await world.UntilAsync(rows => rows.AnyAsync(o => o.AskId != null && o.SentAt != null, Ct));
        Assert.StartsWith("Coworking in Lons", Assert.Single(bob.Dms).Content, StringComparison.Ordinal);
        Assert.Single(bob.Pings);
    }

    [Fact]
    public async Task Taken_out_of_the_server_the_bot_asks_nobody_and_takes_nobody_for_gone()
    {
        await using var world = await OutboxWorld.StartAsync();
        var (claire, _) = (await VillageAsync(world), await GivesAsync(world, "ana"));
        await world.DoAsync(claire, Call);
        world.Guild.RemoveBot();
        world.Run();
        await world.UntilAsync(rows => rows.AnyAsync(o => o.AskId != null && o.NotBefore > world.Now, Ct));

        Assert.Equal(AskState.Planned, await world.SeeAsync(db => db.Asks.Select(a => a.State).SingleAsync(Ct)));
        Assert.Equal(0, await world.SeeAsync(db => db.Memberships.CountAsync(m => m.LeftAt != null, Ct)));
        Assert.DoesNotContain(await world.SeeAsync(db => db.Accounts.ToListAsync(Ct)), a => !a.IsReachable);
    }

    /// <summary>Rule 3: whoever cannot be written to holds no hours; they see the ask when they come by, if it is still open.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_ask_that_a_closed_DM_did_not_take_holds_nothing_and_is_shown_if_it_is_still_open(bool open)
    {
        await using var world = await OutboxWorld.StartAsync();
        var (claire, ana) = (await VillageAsync(world), await GivesAsync(world, "ana"));
        ana.Reach = DmReach.Closed;
        await world.DoAsync(claire, Call);
        world.Run();
        await world.UntilAsync(rows => rows.AnyAsync(o => o.AskId != null && o.Parked == Parking.Private, Ct));
        var ask = await world.SeeAsync(db => db.Asks.SingleAsync(Ct));
        Assert.Equal((AskState.Released, null, 0), (ask.State, ask.SentAt, ask.Times));
        await world.Host.Due.RunDueAsync(world.Now, Ct);
        Assert.Equal(AskState.Released, await world.SeeAsync(db => db.Asks.Select(a => a.State).SingleAsync(Ct)));
        if (!open)
        {
            await world.DoAsync(claire, "/call close C1");
        }

        var shown = await ShownAsync(world, ana);

        Assert.Equal(open ? 2 : 0, shown.Count);
        Assert.Equal(open ? AskState.Sent : AskState.Released, await world.SeeAsync(db => db.Asks.Select(a => a.State).SingleAsync(Ct)));
    }

    [Fact]
    public async Task An_ask_that_was_shown_and_perhaps_never_arrived_is_shown_again_and_asked_once()
    {
        await using var world = await OutboxWorld.StartAsync();
        var (claire, ana) = (await VillageAsync(world), await GivesAsync(world, "ana"));
        ana.Reach = DmReach.Closed;
        await world.DoAsync(claire, Call);
        world.Run();
        await world.UntilAsync(rows => rows.AnyAsync(o => o.AskId != null && o.Parked == Parking.Private, Ct));

        var lost = await ShownAsync(world, ana, arrives: false);

        Assert.Equal(lost, await ShownAsync(world, ana));
        Assert.Empty(await ShownAsync(world, ana));
        Assert.Equal(1, await world.SeeAsync(db => db.Asks.Select(a => a.Times).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_filled_or_closed_call_changes_the_asks_into_thanks_without_a_ring_and_a_new_ask_rings_again()
    {
        await using var world = await OutboxWorld.StartAsync();
        var (claire, ana) = (await VillageAsync(world), await GivesAsync(world, "ana"));
        world.Run();
        await world.DoAsync(claire, Call);
        await world.SentAsync();
        Assert.Contains("Yes, I’ll help", ana.Dms.Single().Buttons.Select(b => b.Label));

        await world.DoAsync(claire, "/call close C1");
        await world.SentAsync();
        Assert.Empty(Assert.Single(ana.Dms).Buttons);
        Assert.Contains("is over", ana.Dms[0].Content, StringComparison.Ordinal);
        Assert.Single(ana.Pings);

        world.Pass(TimeSpan.FromDays(14));
        await world.DoAsync(claire, Call);
        await world.SentAsync();
        Assert.Equal((2, 2), (ana.Dms.Count, ana.Pings.Count));
    }

    private static async Task<StubUser> VillageAsync(OutboxWorld world)
    {
        var claire = await world.PersonAsync("claire");
        await world.DoAsync(claire, "/common add coworking name:Coworking");
        await world.DoAsync(claire, "/mission open \"Coworking in Lons\" commons:coworking");
        return claire;
    }

    private static async Task<StubUser> GivesAsync(OutboxWorld world, string name)
    {
        var user = await world.PersonAsync(name);
        var id = await world.IdOfAsync(user);
        await world.ChangeAsync(async db =>
        {
            (await db.People.FindAsync([id], Ct))!.Capacity = 480;
            (await db.Memberships.SingleAsync(m => m.PersonId == id, Ct)).Asks = 4;
            db.Experiences.Add(new Experience { CommunityId = 1, PersonId = id, CommonId = (await db.Commons.SingleAsync(Ct)).Id }.Declare(Level.Contributed, world.Now));
            await Turns.KeepAsync(db, id, Ct);
        });
        return user;
    }

    private static async Task<List<string>> ShownAsync(OutboxWorld world, StubUser user, bool arrives = true)
    {
        var id = await world.IdOfAsync(user);
        return await world.Host.Store.Writer.WriteAsync(async scope =>
        {
            var waited = await Waiting.OfAsync(scope.Db, "discord", id, new Say(Language.English, NodaTime.DateTimeZone.Utc, world.Now), Ct);
            await scope.Db.SaveChangesAsync(Ct);
            foreach (var row in waited.Where(w => arrives && w.RowId is not null))
            {
                await Waiting.ShownAsync(scope.Db, row.RowId!.Value, world.Now, Ct);
            }

            return waited.Select(w => w.Reply.First).ToList();
        });
    }

    private static Task<List<string?>> ParkedAsync(OutboxWorld world)
        => world.SeeAsync(db => db.Outbox.Where(o => o.SentAt == null).OrderBy(o => o.Id).Select(o => o.Parked).ToListAsync(Ct));
}
