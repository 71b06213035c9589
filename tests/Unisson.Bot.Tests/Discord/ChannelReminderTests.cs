using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>A reminder for the channel it was typed in.</summary>
public sealed class ChannelReminderTests
{
    [Fact]
    public async Task It_is_answered_in_private_and_posted_once_each_time_without_ringing_anybody()
    {
        StubGuild guild = null!;
        await using var world = await DiscordWorld.StartAsync(before: d => guild = d.AddGuild("Jura", "en-US"));
        var (missions, lons) = (guild.AddChannel("missions"), guild.AddChannel("lons"));
        var claire = world.Discord.AddUser("claire", "en-US").In(guild, manageGuild: true).At(missions);
        await claire.Submit(await claire.Slash("setup start"), ("name", "Jura"), ("language", "English"));
        var bob = world.Discord.AddUser("bob", "en-US").In(guild).At(lons);

        var noted = await claire.At(lons).Slash("reminder add", ("when", "tomorrow 9am"), ("what", "stand-up @everyone"), ("for", "channel"), ("repeat", "every day"));

        Assert.True(noted.Private);
        Assert.Contains($"It comes here in <#{lons.Id}>, without ringing anybody.", noted.Text, StringComparison.Ordinal);
        Assert.StartsWith("Reminders in a channel come from the team of a mission", (await bob.Slash("reminder add", ("when", "tomorrow 9am"), ("what", "tea"), ("for", "channel"))).Text, StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromHours(24));
        await world.Discord.UntilAsync(() => Posted() == 1, "the first day's message");
        await world.SentAsync();
        await world.PassAsync(TimeSpan.FromHours(24));
        await world.Discord.UntilAsync(() => Posted() == 2, "the second day's message");
        Assert.DoesNotContain(missions.Messages, m => m.Text.Contains("stand-up", StringComparison.Ordinal));
        Assert.DoesNotContain(claire.Pings.Concat(bob.Pings), p => p.Text.Contains("stand-up", StringComparison.Ordinal));

        int Posted() => lons.Messages.Count(m => m.Text.Contains("Reminder: stand-up", StringComparison.Ordinal));
    }
}
