using System.Text;
using Unisson.Bot.Tests.Contributions;
using Unisson.Bot.Tests.Discord;
using Unisson.Bot.Tests.Harness;
using Unisson.Bot.Tests.Matrix;
using Unisson.Bot.Tests.Terminal;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Doors;

/// <summary>A file that is written as a stream reaches people at every door.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task On_Discord_it_is_attached_to_the_private_answer()
    {
        StubGuild guild = null!;
        await using var world = await DiscordWorld.StartAsync(before: d => guild = d.AddGuild("Jura", "en-US"));
        var claire = world.Discord.AddUser("claire", "en-US").In(guild, manageGuild: true).At(guild.AddChannel("missions"));
        await claire.Submit(await claire.Slash("setup start"), ("name", "Jura"), ("language", "English"));
        await claire.Slash("common add", ("slug", "coworking"), ("name", "Coworking"));
        await claire.Slash("contribution log", ("common", "coworking"), ("amount", "3h"), ("what", "=leaflet"));

        var seen = await claire.Slash("contribution export");

        Assert.True(seen.Private);
        var file = Assert.Single(seen.Files);
        Assert.Equal("unisson-ledger.csv", file.Name);
        Assert.Equal("'=leaflet", Assert.Single(Exported.Rows(file.Text))["what"]);
    }

    [Fact]
    public async Task On_Matrix_it_comes_into_the_room_for_two()
    {
        await using var world = await StubWorld.StartAsync(TestBot.Start);
        var claire = world.Matrix.AddPerson("claire");
        var room = claire.CreateRoom("missions", isPublic: true);
        await world.InviteAsync(claire, room);
        await world.SayAsync(claire, room, "!setup start Jura language:en zone:Europe/Paris");
        await world.SayAsync(claire, room, "!common add coworking");
        await world.SayAsync(claire, room, "!contribution log coworking 3h leaflet");
        var alone = await world.AloneAsync(claire);

        await world.SayAsync(claire, alone, "!contribution export format:json");

        var file = await world.MessageAsync(alone, m => m.Shown["msgtype"]!.GetValue<string>() == "m.file", "the file");
        var media = world.Matrix.Media.Single(m => m.Uri.OriginalString == file.Shown["url"]!.GetValue<string>());
        Assert.Equal("unisson-ledger.json", media.Name);
        Assert.Contains("\"what\":\"leaflet\"", Encoding.UTF8.GetString(media.Bytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_terminal_it_is_printed_whole_and_as_it_comes()
    {
        await using var bot = await ContributionLogTests.WithCommonAsync();
        for (var i = 0; i < 250; i++)
        {
            await bot.DoAsync("ana> /contribution log coworking 1h \"Fiche pratique : ouvrir un lieu, écrire\"");
        }

        var pieces = new List<string>();
        bot.Print = text =>
        {
            pieces.Add(text);
            return Task.CompletedTask;
        };
        await bot.SayAsync("ana> /contribution export");

        Assert.True(pieces.Count(p => p.Contains("ouvrir", StringComparison.Ordinal)) >= 2, $"{pieces.Count} pieces");
        Assert.All(pieces, p => Assert.True(p.Length == 0 || p[^1] == '\n'));
        Assert.Equal(250, Exported.Rows(Exported.FileIn(string.Concat(pieces))).Count);
    }

    [Fact]
    public async Task The_program_prints_it_between_its_marks()
    {
        using var child = new Child();

        var ended = await child.RunAsync("/common add coworking\n/contribution log coworking 1h leaflet\n/contribution export\n/about\n");

        Assert.Equal("leaflet", Assert.Single(Exported.Rows(Exported.FileIn(ended.Output)))["what"]);
        Assert.Contains("\r\n---\n\n", ended.Output, StringComparison.Ordinal);
    }
}
