using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Discord;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>A card is one message that is edited (rule 14), at a pace that Discord bears.</summary>
public sealed class OutboxCardTests
{
    private const string Edit = "PATCH /channels/{channel_id}/messages/{message_id}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_is_edited_without_a_ring_and_never_faster_than_once_a_minute()
    {
        await using var world = await OutboxWorld.StartAsync();
        var ana = await world.PersonAsync("ana");
        var id = await world.IdOfAsync(ana);
        world.Run();
        foreach (var state in (string[])["one", "two", "three", "four", "five"])
        {
            await ShowAsync(world, state, id);
            await world.UntilAsync(rows => rows.AllAsync(o => o.SentAt != null || o.NotBefore > world.Now, Ct));
        }

        Assert.Equal(["one"], Before(world));
        world.Pass(TimeSpan.FromSeconds(59));
        await ShowAsync(world, "six", id);
        await world.UntilAsync(rows => rows.AllAsync(o => o.SentAt != null || o.NotBefore > world.Now, Ct));
        Assert.Equal(["one"], Before(world));

        world.Pass(TimeSpan.FromSeconds(2));
        await world.SentAsync();

        Assert.Equal(["one", "two"], Before(world));
        Assert.Equal("six", Lines(world.Missions.Messages[0]));
        Assert.Single(ana.Pings);
    }

    [Fact]
    public async Task The_card_of_yesterday_is_edited_once_an_hour()
    {
        await using var world = await OutboxWorld.StartAsync();
        world.Run();
        await ShowAsync(world, "one");
        await world.SentAsync();
        world.Pass(TimeSpan.FromDays(1));
        await ShowAsync(world, "two");
        await world.SentAsync();
        await ShowAsync(world, "three");
        world.Pass(TimeSpan.FromMinutes(59));
        await world.UntilAsync(rows => rows.AllAsync(o => o.SentAt != null || o.NotBefore > world.Now, Ct));
        Assert.Equal("two", Lines(Assert.Single(world.Missions.Messages)));

        world.Pass(TimeSpan.FromMinutes(1));
        await world.SentAsync();
        Assert.Equal("three", Lines(Assert.Single(world.Missions.Messages)));
    }

    [Fact]
    public async Task Too_many_edits_of_old_messages_mean_to_wait_and_hold_back_no_other_subject()
    {
        await using var world = await OutboxWorld.StartAsync(wireStands: true);
        world.Run();
        await ShowAsync(world, "one");
        await world.SentAsync();
        world.Pass(TimeSpan.FromHours(2));
        world.Discord.RefuseEditsOlderThan(TimeSpan.FromHours(1));
        await ShowAsync(world, "two");
        await world.UntilAsync(rows => rows.AnyAsync(o => o.SentAt == null && o.NotBefore > world.Now, Ct));

        await world.ToMissionsAsync("other", new Reply("other"));
        await world.UntilAsync(rows => rows.AnyAsync(o => o.Subject == "other" && o.SentAt != null, Ct));
        var row = await world.SeeAsync(db => db.Outbox.SingleAsync(o => o.SentAt == null, Ct));
        Assert.Equal((0, null), (row.Attempts, row.Parked));

        world.Discord.RefuseEditsOlderThan(null);
        world.Pass(TimeSpan.FromMinutes(1));
        await world.SentAsync();
        Assert.Equal("two", Lines(world.Missions.Messages[0]));
    }

    [Fact]
    public async Task A_card_that_somebody_deleted_is_posted_anew_and_edited_from_then_on()
    {
        await using var world = await OutboxWorld.StartAsync();
        world.Run();
        await ShowAsync(world, "one");
        await world.SentAsync();
        await world.Rest.DeleteMessageAsync(Snowflake.Parse(world.Missions.Id), Snowflake.Parse(world.Missions.Messages[0].Id), Ct);

        await ShowAsync(world, "two");
        await world.SentAsync();
        await ShowAsync(world, "three");
        await world.SentAsync();

        Assert.Equal("three", Lines(Assert.Single(world.Missions.Messages)));
    }

    [Fact]
    public async Task A_card_in_a_thread_that_went_to_sleep_wakes_it_and_stays_the_only_one()
    {
        await using var world = await OutboxWorld.StartAsync();
        var thread = world.Guild.AddChannel("thread", StubChannelType.PublicThread);
        await world.ChangeAsync(async db => (await db.Channels.SingleAsync(Ct)).ExternalId = thread.Id);
        world.Run();
        await ShowAsync(world, "one");
        await world.SentAsync();
        thread.Archived = true;

        await ShowAsync(world, "two");
        await world.SentAsync();

        Assert.Equal("two", Lines(Assert.Single(thread.Messages)));
        Assert.False(thread.Archived);
    }

    /// <summary>A newer state that comes while the first is under way must not become a second card.</summary>
    [Fact]
    public async Task A_state_that_comes_while_the_first_is_under_way_edits_it()
    {
        await using var world = await OutboxWorld.StartAsync();
        var may = new TaskCompletionSource();
        world.Discord.Faults.Hold(may.Task);
        await ShowAsync(world, "one");
        world.Run();
        await world.UntilAsync(rows => rows.AnyAsync(o => o.TriedAt != null, Ct));
        await ShowAsync(world, "two");
        may.SetResult();

        await world.SentAsync();

        Assert.Equal("two", Lines(Assert.Single(world.Missions.Messages)));
    }

    [Fact]
    public async Task A_card_in_private_is_edited_as_well()
    {
        await using var world = await OutboxWorld.StartAsync();
        var ana = await world.PersonAsync("ana");
        world.Run();
        await world.ToAsync(ana, "a", new Reply("ask") { Card = "ask:1", Loudness = Loudness.Ping, Actions = [new("v1:call-yes:7", "Yes")] });
        await world.SentAsync();
        await world.ToAsync(ana, "a", new Reply("thanks") { Card = "ask:1" });
        await world.SentAsync();

        var message = Assert.Single(ana.Dms);
        Assert.Equal(("thanks", 0, 1), (message.Content, message.Buttons.Count, ana.Pings.Count));
    }

    private static Task ShowAsync(OutboxWorld world, string state, params long[] mentions)
        => world.ToMissionsAsync("call:1", new Reply("Card") { Lines = [state], Card = "call:1", Mentions = mentions, Loudness = mentions.Length > 0 ? Loudness.Ping : Loudness.Quiet });

    private static string? Lines(StubMessage message) => message.Embeds[0].Description;

    private static IEnumerable<string?> Before(OutboxWorld world) => Assert.Single(world.Missions.Messages).Edits.Select(e => e.Embeds[0].Description);
}
