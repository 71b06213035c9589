using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unisson.Bot.Discord;
using Unisson.Bot.Kernel;
using Unisson.Bot.Languages;
using Unisson.Bot.Tests.Harness;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>Discord shows a moment to each reader in their own zone, where it can.</summary>
public sealed class TimestampsTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);
    private static readonly string Shown = $"<t:{Nine.ToUnixTimeSeconds()}:F>";
    private static readonly Say Say = new(Language.English, DateTimeZoneProviders.Tzdb["Europe/Paris"], TestBot.Start);

    [Theory]
    [InlineData("fr", "R1 est noté : je te le rappellerai {0}.", "Français")]
    [InlineData("en-US", "R1 is noted: I will remind you on {0}.", "English")]
    public async Task A_reminder_and_the_card_of_a_call_show_their_moment(string locale, string noted, string language)
    {
        StubGuild guild = null!;
        await using var world = await DiscordWorld.StartAsync(before: d => guild = d.AddGuild("Jura", locale));
        var missions = guild.AddChannel("missions");
        var claire = world.Discord.AddUser("claire", locale).In(guild, manageGuild: true).At(missions);
        await claire.Submit(await claire.Slash("setup start"), (locale == "fr" ? "nom" : "name", "Jura"), (locale == "fr" ? "langue" : "language", language));
        await claire.Slash("common add", ("slug", "coworking"), ("name", "Coworking"));

        var reminder = await claire.Slash("reminder add", ("when", "2026-11-25 9:00"), ("what", "bread"));
        Assert.StartsWith(string.Format(System.Globalization.CultureInfo.InvariantCulture, noted, Shown), Plain(reminder.Text), StringComparison.Ordinal);

        await claire.Slash("mission open", ("title", "Lons"), ("deadline", "2026-12-15 14:00"), ("commons", "coworking"));
        var called = await claire.Slash("commoners call", ("common", "coworking"), ("mission", "M1"), ("hours", "6"), ("by", "2026-11-25 9:00"), ("terms", "paid"));
        Assert.StartsWith("C1", called.Text, StringComparison.Ordinal);
        await world.DueAsync();
        await world.Discord.UntilAsync(() => missions.Messages.Count == 2, "both cards");
        Assert.Contains($"<t:{Nine.AddDays(20).AddHours(5).ToUnixTimeSeconds()}:F>", missions.Messages[0].Text, StringComparison.Ordinal);
        Assert.Contains(Shown, missions.Messages[1].Content, StringComparison.Ordinal);
        Assert.Contains(Shown, (await claire.Slash("call show", ("call", "C1"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_rings_a_button_and_a_file_have_words()
    {
        var sentence = Say["call.until", Nine];
        var message = Messages.Of(new Reply(sentence) { Loudness = Loudness.Ping, Lines = [sentence], Actions = [new("v1:x:1", sentence)], Files = [new("a.md", "text/markdown", sentence)] });
        const string Words = "People can answer until Wednesday 25 November at 9:00.";
        Assert.Equal($"{Words}\n People can answer until {Shown}.", message.Content);
        Assert.Equal(Words, Assert.Single(Assert.Single(message.Components!).Components!).Label);
        Assert.Equal(Words, System.Text.Encoding.UTF8.GetString(Assert.Single(message.Files!).Bytes.Span));
    }

    [Fact]
    public void A_cut_text_has_whole_moments_only()
    {
        for (var before = 1960; before < 2000; before++)
        {
            var content = Messages.Of(new Reply(new string('a', before) + Say["call.until", Nine] + new string('b', 100))).Content!;
            Assert.InRange(content.Length, 1, 2000);
            Assert.EndsWith("…", content, StringComparison.Ordinal);
            Assert.Equal(content.Contains('<', StringComparison.Ordinal), content.Contains(Shown, StringComparison.Ordinal));
            Assert.DoesNotContain(Timestamp.Mark, content);
        }
    }

    [Fact]
    public async Task Nobody_can_forge_a_moment_and_no_sign_that_cannot_be_seen_is_stored()
    {
        StubGuild guild = null!;
        await using var world = await DiscordWorld.StartAsync(before: d => guild = d.AddGuild("Jura", "en-US"));
        var missions = guild.AddChannel("missions");
        var claire = world.Discord.AddUser("\uE0241\uE024claire\uE024", "en-US").In(guild, manageGuild: true).At(missions);
        await claire.Submit(await claire.Slash("setup start"), ("name", "Jura"));
        var refused = await claire.Slash("mission open", ("title", "Lons \uE0241\uE024words\uE024"));
        Assert.Contains("U+E024", refused.Text, StringComparison.Ordinal);
        Assert.Contains("U+202E", (await claire.Slash("mission open", ("title", "Lons \u202E"))).Text, StringComparison.Ordinal);
        await claire.Slash("mission open", ("title", "Lons <t:1:F>"));
        await world.Discord.UntilAsync(() => missions.Messages.Count == 1, "the card");
        Assert.Contains(@"Lons \<t:1:F\>", missions.Messages[0].Content, StringComparison.Ordinal);
        Assert.Equal("1claire", await world.SeeAsync(db => db.People.Where(p => p.Name.Contains("claire")).Select(p => p.Name).SingleAsync(TestContext.Current.CancellationToken)));
    }

    private static string Plain(string text) => text.Replace('\u202F', ' ').Replace('\u00A0', ' ');
}
