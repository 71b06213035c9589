using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Discord.Registration;
using Unisson.Bot.Kernel;
using Unisson.Bot.Tests.Harness;
using Unisson.Discord;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>What Discord is told of the catalogue, and how what people send is read back.</summary>
public sealed class RegistrationTests
{
    private const string Put = "PUT /applications/{application_id}/commands";

    private static readonly Catalogue Catalogue = new(Commands.All, Commands.Actions);
    private static readonly CommandRegistration Registration = new(Catalogue);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Paths => [.. Catalogue.Commands.Select(c => c.Path)];

    /// <summary>The stub holds the upload against Discord's file and rules, and fails the test where it breaks one.</summary>
    [Fact]
    public async Task Discord_takes_the_whole_catalogue()
    {
        await using var world = await World.StartAsync();

        await world.UploadAsync(new(Catalogue));

        Assert.Equal(Registration.Definitions.Select(d => d.Name), world.Discord.CommandsIn(null));
        Assert.Empty(world.Discord.Violations);
    }

    [Fact]
    public async Task What_did_not_change_is_not_sent_again()
    {
        await using var world = await World.StartAsync();
        await world.UploadAsync(new(Catalogue));

        var after = new CommandRegistration(Catalogue);
        await world.UploadAsync(after);

        Assert.Equal(1, world.Uploads);
        Assert.Matches("^</mission open:[0-9]+>$", after.Mention("mission open"));
    }

    [Fact]
    public async Task What_changed_is_sent()
    {
        await using var world = await World.StartAsync();
        await world.UploadAsync(new(new([.. Commands.All.Skip(1)], Commands.Actions)));

        await world.UploadAsync(new(Catalogue));

        Assert.Equal(2, world.Uploads);
        Assert.Contains("unisson", world.Discord.CommandsIn(null));
    }

    [Fact]
    public async Task Commands_that_are_gone_at_discord_are_sent_again()
    {
        await using var world = await World.StartAsync();
        await world.UploadAsync(new(Catalogue));
        await world.Rest.OverwriteCommandsAsync(world.Application, [new("ping", "Says pong")], Ct);

        await world.UploadAsync(new(Catalogue));

        Assert.DoesNotContain("ping", world.Discord.CommandsIn(null));
        Assert.Contains("mission", world.Discord.CommandsIn(null));
    }

    [Fact]
    public async Task A_refused_upload_is_tried_again_while_the_bot_runs_and_later_each_time()
    {
        await using var world = await DiscordWorld.StartAsync();
        await world.StoredAsync(db => db.Doors.AnyAsync(d => d.CommandsHash != null, Ct), "The first registration was never remembered.");
        await world.Host.Store.Writer.WriteAsync(scope => scope.Db.Doors.ExecuteUpdateAsync(u => u.SetProperty(d => d.CommandsHash, "of an older version"), Ct));
        world.Discord.Faults.Answer(400, 2, Put);
        await world.RestartAsync();
        await world.LoggedAsync("LogUnregistered");
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        await world.LoggedAsync("LogUnregistered");
        var tries = Tries();

        world.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(tries, Tries());
        world.Clock.Advance(TimeSpan.FromSeconds(1));

        await world.Discord.UntilAsync(() => world.Discord.Requests.Count(r => r.Route == Put && r.Status == 200) == 2, "the commands");

        int Tries() => world.Discord.Requests.Count(r => r.Route == Put);
    }

    [Fact]
    public async Task A_refused_upload_is_tried_again_at_the_next_start()
    {
        await using var world = await World.StartAsync();
        world.Discord.Faults.Answer(400, route: Put);
        await Assert.ThrowsAsync<DiscordException>(() => world.UploadAsync(new(Catalogue)));

        await world.UploadAsync(new(Catalogue));

        Assert.Contains("mission", world.Discord.CommandsIn(null));
    }

    [Fact]
    public void No_command_comes_near_the_8000_characters_that_discord_takes()
        => Assert.All(Json(), c => Assert.InRange(Length(c!.AsObject(), "en"), 1, 7500));

    [Fact]
    public void No_command_comes_near_them_in_french_either()
        => Assert.All(Json(), c => Assert.InRange(Length(c!.AsObject(), "fr"), 1, 7500));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Each_command_is_read_back_with_what_was_given(string path)
    {
        var spec = Catalogue[path];
        var given = spec.Options.Select(o => new InteractionOption { Name = o.Name.English, Type = CommandOptionType.String, Value = $"value of {o.Name.English}" }).ToList();

        var line = Registration.Read(Data(path, given));

        Assert.Equal(path, line!.Path);
        Assert.Equal(spec.Options.Select(o => (o.Name.English, $"value of {o.Name.English}")), line.Values.Select(v => (v.Key, v.Value)));
    }

    [Theory]
    [InlineData("mission")]
    [InlineData("mission dance")]
    [InlineData("Mission open")]
    [InlineData("dance")]
    [InlineData("")]
    public void What_this_version_has_not_is_no_line(string path)
    {
        Assert.Null(Registration.Read(Data(path, [])));
        Assert.Null(Registration.Focused(Data(path, [new() { Name = "mission", Value = "", Focused = true }])));
    }

    [Fact]
    public void The_command_of_a_messages_menu_is_no_line()
        => Assert.Null(Registration.Read(new() { Name = CommandRegistration.LogMessage, Type = CommandType.Message }));

    [Fact]
    public void Blank_and_unknown_options_are_left_out_and_numbers_are_their_figures()
    {
        var line = Registration.Read(Data("availability set", [new() { Name = "asks", Type = CommandOptionType.Integer, Value = 2 }, new() { Name = "near", Value = " " }, new() { Name = "colour", Value = "red" }]));

        Assert.Equal(("asks", "2"), Assert.Single(line!.Values.Select(v => (v.Key, v.Value))));
    }

    [Fact]
    public void Where_somebody_types_is_found()
    {
        var focused = Registration.Focused(Data("mission show", [new() { Name = "mission", Value = "Lons", Focused = true }]));

        Assert.Equal(("mission show", "mission", "Lons"), (focused!.Value.Spec.Path, focused.Value.Option.Name.English, focused.Value.Typed));
    }

    [Fact]
    public void What_a_form_asks_may_be_left_out_and_what_it_does_not_may_not()
    {
        Assert.DoesNotContain(Of("mission open"), o => o.Required == true);
        Assert.Equal(["mission"], Of("mission join").Where(o => o.Required == true).Select(o => o.Name));
        Assert.Equal(["use", "channel"], Of("setup channel").Where(o => o.Required == true).Select(o => o.Name));
    }

    [Theory]
    [InlineData("mission open", "kind", CommandOptionType.String, false)]
    [InlineData("mission open", "commons", CommandOptionType.String, true)]
    [InlineData("mission open", "deadline", CommandOptionType.String, false)]
    [InlineData("mission show", "mission", CommandOptionType.String, true)]
    [InlineData("commoners call", "slot", CommandOptionType.String, true)]
    [InlineData("commoners call", "places", CommandOptionType.Integer, false)]
    [InlineData("contribution log", "person", CommandOptionType.User, false)]
    [InlineData("contribution log", "amount", CommandOptionType.String, false)]
    [InlineData("reminder add", "for", CommandOptionType.String, false)]
    [InlineData("reminder add", "mission", CommandOptionType.String, true)]
    [InlineData("reminder add", "repeat", CommandOptionType.String, false)]
    [InlineData("setup channel", "channel", CommandOptionType.Channel, false)]
    public void Each_option_is_asked_in_the_way_that_fits_what_it_takes(string path, string name, CommandOptionType type, bool completes)
    {
        var option = Of(path).Single(o => o.Name == name);

        Assert.Equal((type, completes), (option.Type, option.Autocomplete == true));
    }

    [Fact]
    public async Task People_are_offered_commands_options_and_choices_in_their_language()
    {
        await using var world = await World.StartAsync();
        await world.UploadAsync(new(Catalogue));

        var mission = world.Discord.Requests.Single(r => r.Route == Put).Body;
        var open = JsonNode.Parse(mission)!.AsArray().Single(c => (string?)c!["name"] == "mission")!["options"]!.AsArray().Single(o => (string?)o!["name"] == "open")!;
        var kind = open["options"]!.AsArray().Single(o => (string?)o!["name"] == "kind")!;

        Assert.Equal("ouvrir", (string?)open["name_localizations"]!["fr"]);
        Assert.Equal("genre", (string?)kind["name_localizations"]!["fr"]);
        Assert.Contains(kind["choices"]!.AsArray(), c => ((string?)c!["value"], (string?)c["name_localizations"]!["fr"]) == ("tender", "Appel d’offres"));
    }

    private static IReadOnlyList<CommandOption> Of(string path)
        => Registration.Definitions.Single(d => d.Name == path.Split(' ')[0]).Options!.Single(o => o.Name == path.Split(' ')[1]).Options!;

    private static InteractionData Data(string path, IReadOnlyList<InteractionOption> given) => path.Split(' ') switch
    {
        [var group, var verb] => new() { Name = group, Type = CommandType.ChatInput, Options = [new() { Name = verb, Type = CommandOptionType.SubCommand, Options = given }] },
        [var alone, ..] => new() { Name = alone, Type = CommandType.ChatInput, Options = given },
        _ => throw new ArgumentException(path, nameof(path)),
    };

    private static JsonArray Json() => JsonNode.Parse(CommandDefinition.ToJson(Registration.Definitions))!.AsArray();

    /// <summary>All that is read of a command in one language, choices' values with it.</summary>
    private static int Length(JsonObject part, string language) => Read(part, "name", language) + Read(part, "description", language) + ((string?)part["value"] ?? "").Length
        + (part["options"] as JsonArray ?? []).Concat(part["choices"] as JsonArray ?? []).Sum(p => Length(p!.AsObject(), language));

    private static int Read(JsonObject part, string field, string language)
        => ((string?)part[$"{field}_localizations"]?[language] ?? (string?)part[field] ?? "").Length;

    /// <summary>A Discord, a data file, and the client between them.</summary>
    private sealed class World(StubDiscord discord, TestBot bot) : IAsyncDisposable
    {
        public StubDiscord Discord => discord;

        public DiscordRest Rest { get; } = new(new() { Token = discord.Token, ApiBaseUrl = discord.ApiBaseUrl });

        public Snowflake Application => Snowflake.Parse(discord.ApplicationId);

        public int Uploads => discord.Requests.Count(r => r.Route == Put);

        public static async Task<World> StartAsync() => new(await StubDiscord.StartAsync(), await TestBot.StartAsync());

        public Task UploadAsync(CommandRegistration registration) => registration.UploadAsync(Rest, Application, bot.Host.Store, Ct);

        public async ValueTask DisposeAsync()
        {
            Rest.Dispose();
            await bot.DisposeAsync();
            await discord.DisposeAsync();
        }
    }
}
