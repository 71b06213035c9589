using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;
using Unisson.Discord;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>Messages to others on Discord: whom they ring, in which order they come, and that each comes once.</summary>
public sealed class OutboxTests
{
    private const string Send = "POST /channels/{channel_id}/messages";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_rings_those_it_names_if_it_is_a_ping_and_nobody_else()
    {
        await using var world = await OutboxWorld.StartAsync();
        var (ana, bob) = (await world.PersonAsync("ana"), await world.PersonAsync("bob"));
        var (anaId, bobId) = (await world.IdOfAsync(ana), await world.IdOfAsync(bob));
        await world.ToMissionsAsync("a", new Reply($"@everyone <@{bob.Id}> look") { Loudness = Loudness.Ping, Mentions = [anaId] });
        await world.ToMissionsAsync("b", new Reply("quiet") { Mentions = [bobId] });
        world.Run();

        await world.SentAsync();

        Assert.Equal([$"<@{ana.Id}> \\@everyone \\<\\@{bob.Id}\\> look"], ana.Pings.Select(m => m.Content));
        Assert.Empty(bob.Pings);
        var sent = world.Discord.Requests.Where(r => r.Route == Send).Select(r => JsonNode.Parse(r.Body)!).ToList();
        Assert.All(sent, body => Assert.True((bool)body["enforce_nonce"]!));
        Assert.Equal(["1", "2"], sent.Select(body => (string)body["nonce"]!).Order());
    }

    [Fact]
    public async Task What_is_quiet_comes_into_a_DM_without_a_sound()
    {
        await using var world = await OutboxWorld.StartAsync();
        var ana = await world.PersonAsync("ana");
        await world.ToAsync(ana, "a", new Reply("sh") { Actions = [new("v1:call-yes:7", "Yes")] });
        await world.ToAsync(ana, "b", new Reply("rings") { Loudness = Loudness.Ping });
        world.Run();

        await world.SentAsync();

        Assert.Equal(["rings", "sh"], ana.Dms.Select(m => m.Content).Order());
        Assert.Equal(["rings"], ana.Pings.Select(m => m.Content));
    }

    [Fact]
    public async Task Messages_of_one_subject_come_in_order_and_one_that_waits_holds_back_only_those()
    {
        await using var world = await OutboxWorld.StartAsync();
        var ana = await world.PersonAsync("ana");
        await world.ToMissionsAsync("call:1", new Reply("first"));
        await world.ToMissionsAsync("call:1", new Reply("second"));
        world.Discord.Faults.Answer(503, times: 5, Send);
        world.Run();
        await world.UntilAsync(rows => rows.AnyAsync(o => o.Attempts == 1, Ct));

        await world.ToMissionsAsync("call:2", new Reply("other"));
        await world.ToAsync(ana, "call:1", new Reply("to ana"));
        await world.UntilAsync(rows => rows.Where(o => o.Id > 2).AllAsync(o => o.SentAt != null, Ct));
        Assert.Equal(["other"], world.Missions.Messages.Select(m => m.Content));
        Assert.Equal(["to ana"], ana.Dms.Select(m => m.Content));

        world.Pass(TimeSpan.FromSeconds(10));
        await world.SentAsync();
        Assert.Equal(["other", "first", "second"], world.Missions.Messages.Select(m => m.Content));
    }

    [Fact]
    public async Task A_hundred_of_one_subject_keep_their_order()
    {
        await using var world = await OutboxWorld.StartAsync(TimeProvider.System, aSecond: 10_000);
        for (var i = 0; i < 100; i++)
        {
            await world.ToMissionsAsync($"call:{i % 2}", new Reply($"{i}"));
        }

        world.Run();
        await world.SentAsync();

        var came = world.Missions.Messages.Select(m => int.Parse(m.Content, null)).ToList();
        Assert.Equal(100, came.Count);
        Assert.All([0, 1], rest => Assert.Equal(came.Where(i => i % 2 == rest).Order(), came.Where(i => i % 2 == rest)));
    }

    [Fact]
    public async Task A_lost_answer_makes_no_second_message()
    {
        await using var world = await OutboxWorld.StartAsync();
        await world.ToMissionsAsync("a", new Reply("once"));
        world.Discord.Faults.LoseAnswer(times: 3, Send);
        world.Run();

        await world.SentAsync();

        Assert.Equal(["once"], world.Missions.Messages.Select(m => m.Content));
        Assert.Equal(4, world.Discord.Requests.Count(r => r.Route == Send));
    }

    /// <summary>The program was killed between the sending and the marking, and comes back when the nonce is long forgotten.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_kill_it_looks_first_whether_the_message_arrived(bool arrived)
    {
        await using var world = await OutboxWorld.StartAsync();
        await world.ToMissionsAsync("a", new Reply("once *only*") { Lines = ["and more"], Actions = [new("v1:call-yes:7", "Yes"), new("v1:call-no:7", "No")] });
        var claimed = await new Pump(world.Host.Store, world.Host.Catalogue, "discord").ClaimAsync(world.Now, 10, 4, [], Ct);
        if (arrived)
        {
            var message = Bot.Discord.Messages.Of(Assert.Single(claimed).Reply);
            await world.Rest.CreateMessageAsync(Snowflake.Parse(world.Missions.Id), message with { Nonce = "1" }, Ct);
        }

        world.Pass(TimeSpan.FromMinutes(10));
        for (var i = 0; i < 130; i++)
        {
            await world.Rest.CreateMessageAsync(Snowflake.Parse(world.Missions.Id), new() { Content = "noise" }, Ct);
        }

        world.Run();
        await world.SentAsync();

        Assert.Equal(["once \\*only\\*\n and more"], world.Missions.Messages.Select(m => m.Content).Where(c => c != "noise"));
        Assert.Equal(3, world.Discord.Requests.Count(r => r.Route == "GET /channels/{channel_id}/messages") + (arrived ? 2 : 1));
    }

    [Fact]
    public async Task Nothing_is_lost_when_Discord_asks_to_wait_or_is_down_for_a_while()
    {
        await using var world = await OutboxWorld.StartAsync();
        for (var i = 0; i < 20; i++)
        {
            await world.ToMissionsAsync($"a{i}", new Reply($"{i}"));
        }

        world.Discord.Faults.RateLimit(TimeSpan.FromSeconds(6), times: 1, Send);
        world.Discord.Faults.Answer(502, times: 8, Send);
        world.Run();
        await world.UntilAsync(rows => rows.AnyAsync(o => o.NotBefore > o.CreatedAt, Ct));
        await world.StopAsync();
        Assert.Equal(0, await world.SeeAsync(db => db.Outbox.CountAsync(o => o.Parked != null, Ct)));

        world.Run();
        while (await world.SeeAsync(db => db.Outbox.AnyAsync(o => o.SentAt == null, Ct)))
        {
            world.Pass(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        Assert.Equal(Enumerable.Range(0, 20), world.Missions.Messages.Select(m => int.Parse(m.Content, null)).Order());
    }

    [Fact]
    public async Task A_refused_token_ends_it_and_what_waits_stays()
    {
        await using var world = await OutboxWorld.StartAsync();
        world.Discord.RevokeToken();
        await world.ToMissionsAsync("a", new Reply("later"));
        world.Run();

        await world.EndedAsync();

        var row = await world.SeeAsync(db => db.Outbox.SingleAsync(Ct));
        Assert.Equal((null, null, 0), (row.SentAt, row.Parked, row.Attempts));
        Assert.Single(world.Discord.Requests, r => r.Status == 401);
    }

    [Fact]
    public async Task Told_to_stop_it_finishes_what_is_in_hand_and_takes_nothing_new()
    {
        await using var world = await OutboxWorld.StartAsync();
        var may = new TaskCompletionSource();
        world.Discord.Faults.Hold(may.Task, route: Send);
        await world.ToMissionsAsync("a", new Reply("in hand"));
        world.Run();
        await world.UntilAsync(rows => rows.AnyAsync(o => o.TriedAt != null, Ct));

        var stopping = world.StopAsync();
        await world.ToMissionsAsync("b", new Reply("new"));
        may.SetResult();
        await stopping;

        Assert.Equal(["in hand"], world.Missions.Messages.Select(m => m.Content));
        Assert.Equal([true, false], await world.SeeAsync(db => db.Outbox.OrderBy(o => o.Id).Select(o => o.SentAt != null).ToListAsync(Ct)));
    }

    [Fact]
    public async Task While_Discord_is_unreachable_the_terminal_goes_on()
    {
        await using var world = await OutboxWorld.StartAsync();
        await world.Discord.RefuseConnectionsAsync();
        await world.ChangeAsync(db => Task.FromResult(db.Channels.Add(new Bot.Communities.Channel { CommunityId = 1, Use = Bot.Communities.ChannelUse.Missions, Door = "terminal", ExternalId = "#missions" })));
        await world.ToMissionsAsync("a", new Reply("to both"));
        world.Run();
        await world.UntilAsync(rows => rows.AnyAsync(o => o.Door == "discord" && o.Attempts == 1, Ct));

        var printed = new List<string>();
        await new Pump(world.Host.Store, world.Host.Catalogue, "terminal").DrainAsync(world.Now, delivery =>
        {
            printed.Add(delivery.Reply.First);
            return Task.CompletedTask;
        }, Ct);
        Assert.Equal(["to both"], printed);

        await world.Discord.AcceptConnectionsAsync();
        world.Pass(TimeSpan.FromSeconds(10));
        await world.SentAsync();
        Assert.Single(world.Missions.Messages);
    }

    /// <summary>All at once, as after an outage: side by side over the destinations, and in groups of commits.</summary>
    [Fact]
    public async Task Ten_thousand_that_are_due_at_once_all_come_once()
    {
        await using var world = await OutboxWorld.StartAsync(TimeProvider.System, aSecond: 1_000_000);
        var channels = Enumerable.Range(0, 100).Select(i => world.Guild.AddChannel($"c{i}")).ToList();
        await world.ChangeAsync(db =>
        {
            db.Outbox.AddRange(Enumerable.Range(0, 10_000).Select(i => new OutboxRow
            {
                CommunityId = 1,
                Door = "discord",
                Channel = channels[i % 100].Id,
                Subject = $"{i}",
                CreatedAt = world.Now,
                NotBefore = world.Now,
                Body = JsonSerializer.Serialize(new Reply($"{i}"), KernelJson.Default.Reply),
            }));
            return Task.CompletedTask;
        });
        var before = world.Commits;
        world.Run();

        await world.SentAsync();

        Assert.Equal(Enumerable.Range(0, 10_000), channels.SelectMany(c => c.Messages).Select(m => int.Parse(m.Content, null)).Order());
        Assert.InRange(world.Commits - before, 100, 3_000);
    }
}
