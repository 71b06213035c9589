using System.Globalization;
using System.Text.RegularExpressions;
using Unisson.Bot.Tests.Links;
using Unisson.Discord.Stub;
using Unisson.Matrix.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Stories;

/// <summary>What differs between the two.</summary>
internal sealed partial class BothStage
{
    /// <summary>Somebody on Discord writes to the bot in private, which can write to them from then on.</summary>
    public async Task MeetAsync(string who)
    {
        await SayHereAsync(who, "commun liste");
        _here[who].Dm("/dispo régler");
        await ToHereAsync(who, "Bonjour");
    }

    /// <summary>Makes the two accounts of somebody one person, who likes to be written to on Matrix.</summary>
    public async Task BecomeOneAsync(string who)
    {
        await SayHereAsync(who, "moi relier");
        Assert.StartsWith("One step is left: your yes on the other account.", await SayThereAsync(who, "my link", ("code", Codes.In(_seen[who].Text))), StringComparison.Ordinal);
        Assert.StartsWith("C’est fait : tu es une seule personne", await TapAsync(who, "Cet autre compte est-il à toi ?", "Oui, c’est moi"), StringComparison.Ordinal);
        await SayThereAsync(who, "my settings", ("door", "Matrix"));
    }

    private static string Plain(string? text) => (text ?? "").Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static string Read(StubEvent message) => Plain(message.Shown["body"]?.GetValue<string>());

    /// <summary>The place on Matrix becomes the community's.</summary>
    private async Task JoinAsync(StubPerson ana)
    {
        var claire = _here["claire"];
        await claire.Submit(await claire.Slash("espace installer"), ("nom", "Jura"), ("langue", "Français"));
        var code = Codes.In((await claire.Slash("espace relier")).Text);
        foreach (var room in (StubRoom[])[Room, _coworkingThere])
        {
            ana.Invite(room, World.Matrix.Bot);
            await World.UntilAsync(() => room.Membership(World.Matrix.Bot.Id) == "join", "the bot to come");
        }

        await InRoomAsync(ana, $"!setup link {code}");
        Assert.StartsWith("Jura vit désormais dans les deux lieux.", Plain((await claire.Slash("espace relier", ("code", code))).Text), StringComparison.Ordinal);
    }

    private Task<StubEvent> InRoomAsync(StubPerson person, string line) => AnsweredAsync(person, Room, line);

    private async Task<StubEvent> AnsweredAsync(StubPerson person, StubRoom room, string line)
    {
        var said = person.Say(room, line);
        return await MessageAsync(room, m => m.Content["m.relates_to"]?["m.in_reply_to"]?["event_id"]?.GetValue<string>() == said.Id, $"an answer to {line}");
    }

    private Task<StubMessage> ToHereAsync(string who, string begins)
        => World.Discord.UntilAsync(() => _here[who].Dms.LastOrDefault(m => m.Author.IsBot && Plain(m.Text).StartsWith(begins, StringComparison.Ordinal)), $"a message to {who} that begins with {begins}");

    private Task<StubEvent> ToThereAsync(string who, string begins)
        => MessageAsync(_there[who].Alone, m => Read(m).StartsWith(begins, StringComparison.Ordinal), $"a message to {who} that begins with {begins}");

    private async Task<StubEvent> MessageAsync(StubRoom room, Func<StubEvent, bool> so, string what)
    {
        StubEvent? Look() => room.Messages.LastOrDefault(m => m.Sender == World.Matrix.Bot.Id && so(m));
        await World.UntilAsync(() => Look() is not null, what);
        return Look()!;
    }

    private async Task<string> ReactAsync(string who, StubEvent message, string label)
    {
        var (person, alone) = _there[who];
        var number = Regex.Match(Read(message), $@"(?<n>\d)\S* {Regex.Escape(label)}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["n"].Value;
        Assert.True(number.Length == 1, $"{label} is not in: {Read(message)}");
        var before = alone.Messages.Count;
        person.React(message, number + "\uFE0F\u20E3");
        await World.UntilAsync(() => alone.Messages.Count > before, $"what {label} is answered");
        return Read(_read[who] = alone.Messages[before]);
    }

    private object Value((string Name, string Value) option) => option switch
    {
        ("demandes", var value) => int.Parse(value, CultureInfo.InvariantCulture),
        ("salon", _) => _coworkingHere,
        ("personne", var value) => _here[value],
        _ => option.Value,
    };
}
