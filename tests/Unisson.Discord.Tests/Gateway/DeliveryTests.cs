namespace Unisson.Discord.Tests.Gateway;

public sealed class DeliveryTests
{
    [Fact]
    public async Task A_handler_that_takes_long_or_fails_holds_up_nobody()
    {
        var never = new TaskCompletionSource();
        var heard = new Heard
        {
            OnInteraction = (interaction, ct) => interaction.Id.Value switch
            {
                1 => Blocked(ct),
                2 => throw new InvalidOperationException("a bug of the bot"),
                3 => never.Task.WaitAsync(ct),
                _ => Task.CompletedTask,
            },
        };
        await using var bot = await RunningBot.StartAsync(heard: heard);
        var peer = await bot.Far.ConnectedAsync();
        await peer.BeginAsync(interval: 100);
        await bot.Heard.NextAsync<Ready>();

        var ids = new HashSet<ulong>();
        for (ulong id = 1; id <= 4; id++)
        {
            await peer.InteractionAsync((long)id + 1, id);
        }

        for (var n = 0; n < 4; n++)
        {
            ids.Add((await bot.Heard.NextAsync<Interaction>()).Id.Value);
        }

        await peer.HeardBeatAsync();
        never.SetResult();
        await bot.StopAsync();
        Assert.Equal(4, ids.Count);
        Assert.Contains(bot.Log.Lines, line => line.Contains("a bug of the bot", StringComparison.Ordinal));
        Assert.False(bot.Far.MoreConnections);

        static Task Blocked(CancellationToken ct)
        {
            ct.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(300));
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Guilds_and_messages_come_in_their_order()
    {
        await using var bot = await RunningBot.StartAsync();
        var peer = await bot.Far.ConnectedAsync();
        await peer.BeginAsync();
        await bot.Heard.NextAsync<Ready>();

        await peer.DispatchAsync(2, "GUILD_CREATE", """{"id":"10","name":"Village","system_channel_id":"12","preferred_locale":"fr","channels":[],"joined_at":"x"}""");
        for (var n = 3; n < 503; n++)
        {
            await peer.DispatchAsync(n, "MESSAGE_CREATE", $$"""{"id":"{{n}}","channel_id":"20","author":{"id":"30","username":"bo"},"content":"oui","nonce":{{n}}}""");
        }

        await peer.DispatchAsync(503, "GUILD_DELETE", """{"id":"10"}""");

        var guild = await bot.Heard.NextAsync<Guild>();
        Assert.Equal(("Village", new Snowflake(12), "fr"), (guild.Name, guild.SystemChannelId, guild.PreferredLocale));
        for (var n = 3; n < 503; n++)
        {
            Assert.Equal($"{n}", (await bot.Heard.NextAsync<Message>()).Nonce);
        }

        Assert.False((await bot.Heard.NextAsync<GuildDelete>()).Unavailable);
    }
}
