using Unisson.Discord;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>Lines break and Discord is in trouble while people act: nothing is lost, nothing comes twice.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task While_the_gateway_breaks_in_every_way_each_line_is_stored_and_answered_once()
    {
        await using var village = await Village.StartAsync(new FlowingTime());
        var (gateway, lines) = (village.Discord.Gateway, new List<StubInteraction>());
        Action[] harms = [gateway.Drop, gateway.Reconnect, () => gateway.InvalidSession(resumable: true), () => gateway.Close(4000), gateway.Drop];
        foreach (var harm in harms)
        {
            var resumes = gateway.Resumes;
            harm();
            lines.Add(Village.Log(village.Bob, $"ligne {lines.Count}"));
            lines.Add(Village.Log(village.Claire, $"ligne {lines.Count}"));
            await village.Discord.UntilAsync(() => gateway.Resumes > resumes, "the resumed session");
        }

        await AllOnceAsync(village, lines);
    }

    [Fact]
    public async Task A_gateway_that_acknowledges_nothing_any_more_is_left_and_what_waited_there_comes_once()
    {
        await using var village = await Village.StartAsync(new FlowingTime(), new() { HeartbeatInterval = TimeSpan.FromMilliseconds(500) });
        var (gateway, lines) = (village.Discord.Gateway, new List<StubInteraction>());
        var sessions = gateway.Identifies;
        for (var times = 0; times < 3; times++)
        {
            var resumes = gateway.Resumes;
            gateway.Zombie();
            lines.Add(Village.Log(village.Bob, $"ligne {lines.Count}"));
            lines.Add(Village.Log(village.Claire, $"ligne {lines.Count}"));
            await village.Discord.UntilAsync(() => gateway.Resumes > resumes && gateway.Sockets == 1, "the resumed session, and the end of the dead line");
        }

        await AllOnceAsync(village, lines);
        Assert.Equal(sessions, gateway.Identifies);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_a_new_session_the_next_line_is_heard(bool byClose)
    {
        await using var village = await Village.StartAsync(new FlowingTime());
        var before = village.Discord.Gateway.Identifies;
        if (byClose)
        {
            village.Discord.Gateway.Close(4009);
        }
        else
        {
            village.Discord.Gateway.InvalidSession(resumable: false);
        }

        await village.Discord.UntilAsync(() => village.Discord.Gateway.Identifies > before && village.Discord.Gateway.Connected == 1, "a new session");
        await AllOnceAsync(village, [Village.Log(village.Bob, "ligne 0")]);
        Assert.Single(village.Guild.SystemChannel!.Messages);
    }

    [Fact]
    public async Task While_requests_fail_in_every_way_each_line_is_stored_and_answered_once()
    {
        await using var village = await Village.StartAsync(new FlowingTime());
        await village.WritesAsync(village.Bob);
        var (faults, lines) = (village.Discord.Faults, new List<StubInteraction>());
        Action[] harms =
        [
            () => faults.LoseAnswer(1, Village.Callback), () => faults.LoseRequest(1, Village.Callback), () => faults.Answer(502, 2, Village.Callback),
            () => faults.RateLimitGlobally(TimeSpan.FromSeconds(1)), () => faults.RateLimit(TimeSpan.FromSeconds(0.5), 1, Village.Callback), () => faults.Answer(404, 1, Village.Callback),
        ];
        foreach (var harm in harms)
        {
            harm();
            lines.Add(Village.Log(village.Bob, $"ligne {lines.Count}"));
            await village.Discord.UntilAsync(() => Village.Said(village.Bob, $"ligne {lines.Count - 1}") == 1, $"the answer to line {lines.Count - 1}");
        }

        await village.SettledAsync();
        Assert.Equal([.. lines.Select((_, n) => $"ligne {n}"), "to end with"], await village.LedgerAsync());
        Assert.All(lines, l => Assert.Equal(1, Village.Said(village.Bob, $"ligne {lines.IndexOf(l)}")));
    }

    [Fact]
    public async Task Refused_connections_lose_no_line_and_no_card()
    {
        await using var village = await Village.StartAsync(new FlowingTime());
        var first = Village.Log(village.Bob, "ligne 0");
        await first.SeenAsync();
        await village.Discord.RefuseConnectionsAsync();
        await village.Discord.UntilAsync(() => village.Discord.Gateway.Connected == 0, "the cut line");
        var during = Village.Log(village.Bob, "ligne 1");
        await village.Discord.AcceptConnectionsAsync();
        await village.Discord.ConnectedAsync();
        await during.FirstAsync();

        await village.Claire.Slash("mission ouvrir", ("titre", "Étude"), ("communs", "coworking"));
        await village.Discord.UntilAsync(() => village.Missions.Messages.Count == 1, "the card");
        await AllOnceAsync(village, [first, during]);
    }

    [Fact]
    public async Task A_card_comes_once_through_lost_answers_and_a_Discord_that_is_down()
    {
        await using var village = await Village.StartAsync(new FlowingTime());
        village.Discord.Faults.LoseAnswer(2, Village.Post);
        village.Discord.Faults.Answer(503, 1, Village.Post);
        await village.Claire.Slash("mission ouvrir", ("titre", "Étude"), ("communs", "coworking"));
        await village.Discord.UntilAsync(() => village.Discord.Faults.Pending == 0 && village.Missions.Messages.Count > 0, "the card");
        await village.SettledAsync();
        Assert.Single(village.Missions.Messages);
    }

    [Fact]
    public async Task A_revoked_token_ends_the_door_with_a_typed_fault_and_what_was_stored_stays()
    {
        await using var village = await Village.StartAsync(new FlowingTime());
        await Village.Log(village.Bob, "ligne 0").SeenAsync();
        village.Discord.RevokeToken();
        var fault = await village.World.EndedAsync();
        Assert.True(fault is DiscordUnauthorizedException || fault is GatewayClosedException { Code: GatewayCloseCode.AuthenticationFailed }, $"{fault}");
        Assert.Equal(["ligne 0"], await village.LedgerAsync());
    }

    private static async Task AllOnceAsync(Village village, List<StubInteraction> lines)
    {
        foreach (var line in lines)
        {
            await line.FirstAsync();
        }

        // Whoever saw "did not respond" sees the answer with what they do next.
        await Village.Log(village.Bob, "bob's end").SeenAsync();
        await village.SettledAsync();
        foreach (var (line, number) in lines.Select((l, n) => (l, n)))
        {
            await village.Discord.UntilAsync(() => Village.Said(line.User, $"ligne {number}") > 0, $"the answer to line {number}");
            Assert.Equal(1, Village.Said(line.User, $"ligne {number}"));
        }

        Assert.Equal(lines.Select((_, n) => $"ligne {n}").Concat(["bob's end", "to end with"]).Order(StringComparer.Ordinal), (await village.LedgerAsync()).Order(StringComparer.Ordinal));
    }
}
