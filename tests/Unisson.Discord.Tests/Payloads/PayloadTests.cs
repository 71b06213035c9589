using System.Text;
using System.Text.Json;
using Unisson.Discord.Json;

namespace Unisson.Discord.Tests.Payloads;

public sealed class PayloadTests
{
    private const string Command = """
        {"id":"1103","application_id":"8","type":2,"version":1,"token":"aW50","guild_id":"10","guild":{"id":"10","locale":"fr","features":["COMMUNITY"]},
        "channel_id":"12","channel":{"id":"12","type":0,"name":"missions","guild_id":"10","permissions":"309237763072"},
        "member":{"user":{"id":"30","username":"claire","global_name":"Claire D.","discriminator":"0"},"nick":null,"roles":["40"],"permissions":"2248473465835113","joined_at":"2024-01-01T00:00:00+00:00"},
        "locale":"fr","guild_locale":"fr","app_permissions":"309237763072","context":0,"attachment_size_limit":10485760,"entitlements":[],"authorizing_integration_owners":{"0":"10"},
        "data":{"id":"50","name":"mission","type":1,"options":[{"name":"open","type":1,"options":[
        {"name":"title","type":3,"value":"Étude « coworking »"},{"name":"places","type":4,"value":3},{"name":"days","type":10,"value":1.5},{"name":"private","type":5,"value":true},
        {"name":"person","type":6,"value":"31"},{"name":"file","type":11,"value":"60"}]}],
        "resolved":{"users":{"31":{"id":"31","username":"bob"}},"members":{"31":{"nick":"Bobby","roles":[],"permissions":"0"}},
        "attachments":{"60":{"id":"60","filename":"people.csv","size":1200,"url":"https://cdn.example/people.csv","content_type":"text/csv","ephemeral":true}}}}}
        """;

    private const string Completion = """
        {"id":"1","application_id":"8","type":4,"token":"t","user":{"id":"30","username":"claire"},"channel_id":"20","context":1,
        "data":{"id":"50","name":"call","type":1,"options":[{"name":"answers","type":2,"options":[{"name":"show","type":1,"options":[{"name":"call","type":3,"value":"C1","focused":true}]}]}]}}
        """;

    private const string Press = """
        {"id":"2","application_id":"8","type":3,"token":"t","guild_id":"10","member":{"user":{"id":"30","username":"claire"},"roles":[],"permissions":"0"},
        "message":{"id":"70","channel_id":"12","content":"Card","timestamp":"2026-12-01T09:00:00.000000+00:00","edited_timestamp":null,"flags":0,"author":{"id":"8","username":"bot","bot":true},
        "embeds":[{"title":"M1","fields":[{"name":"a","value":"b"}],"footer":{"text":"f"}}],"attachments":[],
        "components":[{"type":1,"id":1,"components":[{"type":2,"id":2,"custom_id":"v1:yes:9","label":"Oui","style":3,"emoji":{"id":null,"name":"👍"}}]}]},
        "data":{"custom_id":"v1:yes:9","component_type":3,"values":["a","b"]}}
        """;

    private const string Form = """
        {"id":"3","application_id":"8","type":5,"token":"t","user":{"id":"30","username":"claire"},
        "data":{"custom_id":"v1:draft:9","components":[
        {"type":18,"id":1,"component":{"type":4,"id":2,"custom_id":"title","value":"Étude"}},
        {"type":18,"id":3,"component":{"type":3,"id":4,"custom_id":"kind","values":["tender"]}},
        {"type":18,"id":5,"component":{"type":21,"id":6,"custom_id":"terms","value":"paid"}},
        {"type":18,"id":7,"component":{"type":22,"id":8,"custom_id":"moments","values":["weekend","evening"]}},
        {"type":18,"id":9,"component":{"type":23,"id":10,"custom_id":"agree","value":true}},
        {"type":18,"id":11,"component":{"type":19,"id":12,"custom_id":"file","values":["60"]}},
        {"type":18,"id":13,"component":{"type":21,"id":14,"custom_id":"nothing","value":null}},
        {"type":10,"id":15,"content":"read me"},
        {"type":1,"id":16,"components":[{"type":4,"id":17,"custom_id":"old","value":"way"}]},
        {"type":99,"id":18,"surprise":{"deep":[1]}}],
        "resolved":{"attachments":{"60":{"id":"60","filename":"people.csv","size":3,"url":"https://cdn.example/x"}}}}}
        """;

    private const string OnMessage = """
        {"id":"4","application_id":"8","type":2,"token":"t","guild_id":"10","member":{"user":{"id":"30","username":"claire"},"roles":[],"permissions":"32"},
        "data":{"id":"51","name":"Remember this","type":3,"target_id":"71","resolved":{"messages":{"71":{"id":"71","channel_id":"12","content":"we meet on Tuesday","timestamp":"2026-12-01T09:00:00+00:00","author":{"id":"31","username":"bob"},"attachments":[],"embeds":[]}}}}}
        """;

    public static IReadOnlyList<string> All { get; } = [Command, Completion, Press, Form, OnMessage];

    private static Interaction Read(string json) => JsonSerializer.Deserialize(json, DiscordJson.Default.Interaction)!;

    private static string Written(InteractionResponse response)
    {
        using var buffer = new PooledBuffer();
        using (var json = new Utf8JsonWriter(buffer, DiscordJson.Writing))
        {
            DiscordRest.Write(json, response);
        }

        return Encoding.UTF8.GetString(buffer.Span);
    }

    [Fact]
    public void A_command_comes_with_its_options_its_person_and_what_ids_stand_for()
    {
        var given = Read(Command);

        Assert.Equal((InteractionType.ApplicationCommand, new Snowflake(10), "fr", InteractionContext.Guild, 10_485_760L), (given.Type, given.GuildId, given.Locale, given.Context, given.AttachmentSizeLimit));
        Assert.Equal(("Claire D.", Permissions.ManageGuild), (given.Invoker!.Display, given.Member!.Permissions & Permissions.ManageGuild));
        Assert.Equal((Permissions)309_237_763_072, given.AppPermissions);
        var open = Assert.Single(given.Data!.Options);
        Assert.Equal(("mission", "open", CommandOptionType.SubCommand), (given.Data.Name, open.Name, open.Type));
        Assert.Equal(["Étude « coworking »", "3", "1.5", "true", "31", "60"], open.Options.Select(option => option.Value!.Value.Text));
        Assert.Equal(("Bobby", "bob"), (given.Data.Resolved!.Members![new(31)].Nick, given.Data.Resolved.Users![open.Options[4].Value!.Value.Id].Username));
        Assert.Equal(("people.csv", 1200), (given.Data.Resolved.Attachments![new(60)].Filename, given.Data.Resolved.Attachments[new(60)].Size));
    }

    [Fact]
    public void Completion_tells_which_option_is_being_typed()
    {
        var given = Read(Completion);

        var option = given.Data!.Options[0].Options[0].Options[0];
        Assert.Equal((InteractionType.ApplicationCommandAutocomplete, new Snowflake(30), true, "C1"), (given.Type, given.Invoker!.Id, option.Focused, option.Value!.Value.Text));
    }

    [Fact]
    public void A_press_comes_with_its_message_and_its_values()
    {
        var given = Read(Press);

        Assert.Equal(("v1:yes:9", "a b"), (given.Data!.CustomId, string.Join(' ', given.Data.Values)));
        var button = given.Message!.Components[0].Components![0];
        Assert.Equal(("Oui", (int)ButtonStyle.Success, "👍"), (button.Label, button.Style, button.Emoji!.Name));
        Assert.Equal(("M1", "f"), (given.Message.Embeds[0].Title, given.Message.Embeds[0].Footer!.Text));
    }

    [Fact]
    public void A_form_brings_its_fields_of_every_kind_and_what_is_unknown_is_passed_over()
    {
        var fields = Read(Form).Data!.Fields().ToDictionary(field => field.CustomId!, field => field.Value?.Text ?? string.Join('+', field.Values ?? ["none"]));

        Assert.Equal(
            new() { ["title"] = "Étude", ["kind"] = "tender", ["terms"] = "paid", ["moments"] = "weekend+evening", ["agree"] = "true", ["file"] = "60", ["nothing"] = "none", ["old"] = "way" },
            fields);
    }

    [Fact]
    public void A_command_on_a_message_comes_with_that_message()
    {
        var given = Read(OnMessage);

        Assert.Equal((CommandType.Message, "we meet on Tuesday"), (given.Data!.Type, given.Data.TargetMessage!.Content));
    }

    [Fact]
    public void First_responses_are_written_as_Discord_reads_them()
    {
        var form = new Modal("v1:draft:9", "Mission", [
            Component.Labelled("Titre", Component.TextInput("title") with { MaxLength = 100, Required = true }),
            Component.Labelled("Type", Component.RadioGroup("kind", [new("Étude", "study"), new("Appel", "call", Default: true)]), "un seul"),
        ]);

        Assert.Equal("""{"type":1}""", Written(InteractionResponse.Pong));
        Assert.Equal("""{"type":5}""", Written(InteractionResponse.Defer(ephemeral: false)));
        Assert.Equal("""{"type":6}""", Written(InteractionResponse.DeferUpdate));
        Assert.Equal(
            """{"type":7,"data":{"content":"merci","components":[],"allowed_mentions":{"parse":[],"replied_user":false}}}""",
            Written(InteractionResponse.Update(new() { Content = "merci", Components = [] })));
        Assert.Equal(
            """{"type":8,"data":{"choices":[{"name":"Un","value":"1"},{"name":"Deux","value":2}]}}""",
            Written(InteractionResponse.Choices([new("Un", "1"), new("Deux", 2L)])));
        Assert.Equal(
            """{"type":9,"data":{"custom_id":"v1:draft:9","title":"Mission","components":[{"type":18,"label":"Titre","component":{"type":4,"custom_id":"title","style":1,"required":true,"max_length":100}},{"type":18,"label":"Type","description":"un seul","component":{"type":21,"custom_id":"kind","options":[{"label":"Étude","value":"study"},{"label":"Appel","value":"call","default":true}]}}]}}""",
            Written(InteractionResponse.Modal(form)));
        Assert.Equal(
            """{"type":4,"data":{"content":"L1","components":[{"type":1,"components":[{"type":2,"custom_id":"v1:undo:1","style":2,"label":"Annuler"}]}],"allowed_mentions":{"parse":[],"replied_user":false},"flags":64}}""",
            Written(InteractionResponse.Reply(new() { Content = "L1", Flags = MessageFlags.Ephemeral, Components = [Component.Row(Component.Button("v1:undo:1", "Annuler"))] })));
    }

    [Fact]
    public void Commands_are_registered_with_both_languages_and_nothing_that_was_not_said()
    {
        IReadOnlyList<CommandDefinition> commands = [new("mission", "Missions")
        {
            NameLocalizations = new Dictionary<string, string>(StringComparer.Ordinal) { ["fr"] = "mission" },
            Contexts = [InteractionContext.Guild, InteractionContext.BotDm],
            Options = [new(CommandOptionType.SubCommand, "open", "Open one") { Options = [new(CommandOptionType.String, "kind", "Kind") { Required = true, Choices = [new("Tender", "tender")] }] }],
        }];

        Assert.Equal(
            """[{"name":"mission","description":"Missions","type":1,"name_localizations":{"fr":"mission"},"options":[{"type":1,"name":"open","description":"Open one","options":[{"type":3,"name":"kind","description":"Kind","required":true,"choices":[{"name":"Tender","value":"tender"}]}]}],"contexts":[0,1]}]""",
            JsonSerializer.Serialize(commands, DiscordJson.Default.IReadOnlyListCommandDefinition));
    }

    [Fact]
    public void What_the_bot_may_do_in_a_channel_follows_roles_and_overwrites()
    {
        const string Json = """
            {"id":"10","owner_id":"1","roles":[{"id":"10","permissions":"3072"},{"id":"40","permissions":"16384"}],
            "members":[{"user":{"id":"8","username":"bot"},"roles":["40"]},{"user":{"id":"1","username":"owner"},"roles":[]}],
            "channels":[{"id":"12","type":0,"permission_overwrites":[{"id":"10","type":0,"allow":"0","deny":"2048"},{"id":"40","type":0,"allow":"2048","deny":"0"}]},
            {"id":"13","type":0,"permission_overwrites":[{"id":"8","type":1,"allow":"0","deny":"1024"}]}]}
            """;
        var guild = JsonSerializer.Deserialize(Json, DiscordJson.Default.Guild)!;

        Assert.Equal(Permissions.ViewChannel | Permissions.SendMessages | Permissions.EmbedLinks, guild.PermissionsIn(new(12), new(8)));
        Assert.Equal(Permissions.SendMessages | Permissions.EmbedLinks, guild.PermissionsIn(new(13), new(8)));
        Assert.True(guild.PermissionsIn(new(12), new(1))!.Value.HasFlag(Permissions.Administrator));
        Assert.Null(guild.PermissionsIn(new(99), new(8)));
    }

    [Fact]
    public void An_id_tells_when_it_was_made()
    {
        var instant = new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

        Assert.Equal(instant, Snowflake.At(instant).CreatedAt);
        Assert.Equal("175928847299117063", Snowflake.Parse("175928847299117063").ToString());
        Assert.Throws<FormatException>(() => Snowflake.Parse("-1"));
    }
}
