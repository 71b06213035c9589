using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Unisson.Bot.Tests.Discord;
using Unisson.Discord.Stub;

namespace Unisson.Bot.Tests.Stories;

internal sealed class DiscordStage(bool isFrench) : Stage(isFrench)
{
    private readonly Dictionary<string, StubUser> _people = [];
    private readonly Dictionary<string, Seen> _answers = [];
    private Dictionary<string, int> _before = [];
    private DiscordWorld? _world;
    private StubChannel _missions = null!;
    private StubChannel _coworking = null!;

    public override string CommonsChannel => _coworking.Id;

    protected override DateTimeOffset Now => _world!.Clock.GetUtcNow();

    protected override BotHost Host => _world!.Host;

    public override ValueTask DisposeAsync() => _world?.DisposeAsync() ?? default;

    protected override async Task BeginAsync(IReadOnlyList<string> names)
    {
        StubGuild guild = null!;
        _world = await DiscordWorld.StartAsync(new FakeTimeProvider(Start), discord =>
        {
            guild = discord.AddGuild(T("Jura third places", "Jura"), T("en-US", "fr"));
            (_missions, _coworking) = (guild.AddChannel("missions"), guild.AddChannel("coworking"));
        });
        foreach (var name in names)
        {
            _people[name] = _world.Discord.AddUser(name, T("en-US", "fr")).In(guild, manageGuild: name == "claire").At(_missions);
        }
    }

    public override async Task<string> SetUpAsync()
    {
        var claire = _people["claire"];
        var answer = await claire.Submit(await claire.Slash(T("setup start", "espace installer")), (T("name", "nom"), T("Jura third places", "Jura")), (T("language", "langue"), T("English", "Français")));

        // Somebody who coordinates has written to the bot in private, and so can be told of a yes.
        claire.Dm(T("/common list", "/commun liste"));
        await _world!.Discord.UntilAsync(() => claire.Dms.Any(m => m.Author.IsBot), "an answer in private");
        return Plain(answer.Text);
    }

    /// <summary>The gesture of the welcome card opens the form; what it says first comes with a line that is typed in private.</summary>
    public override async Task<string> FirstContactAsync(string who)
    {
        await _people[who].Slash(T("common list", "commun liste"));
        _people[who].Dm(T("/availability set", "/dispo régler"));
        return await HearAsync(who, T("Hello", "Bonjour"));
    }

    public override async Task<string> SayAsync(string who, string path, string french, params (string English, string French, string Value)[] options)
        => Plain((_answers[who] = await _people[who].Slash(T(path, french), [.. options.Select(o => (T(o.English, o.French), Value(o.English, o.Value)))])).Text);

    public override async Task<string> ChooseAsync(string who, string label) => Plain((await _people[who].Press(_answers[who], _answers[who].Buttons.First(b => Plain(b.Label) == label).CustomId!)).Text);

    public override Task<string> FileAsync(string who, string name) => Task.FromResult(_answers[who].Files.Single(f => f.Name == name).Text);

    public override async Task<string> HearAsync(string who, string begins, bool isNew = false)
    {
        await _world!.DueAsync();
        return Plain((await MessageAsync(() => _people[who].Dms, begins, isNew ? _before[who] : 0)).Text);
    }

    public override async Task<string> TapAsync(string who, string begins, string label)
    {
        await _world!.DueAsync();
        return Plain((await _people[who].Press(await MessageAsync(() => _people[who].Dms, begins), label)).Text);
    }

    public override string Told(string who) => Said(_people[who].Dms);

    public override string InTheOpen() => Said(_missions.Messages.Concat(_coworking.Messages));

    public override async Task<string> ReadAsync(string channel, string begins)
    {
        await _world!.DueAsync();
        return Plain((await MessageAsync(() => _coworking.Messages, begins)).Text);
    }

    public override async Task GoneAsync(string words, params string[] instead)
    {
        await _world!.Discord.UntilAsync(() => !_coworking.Messages.Any(m => m.Text.Contains(words, StringComparison.Ordinal)), $"{words} to be gone");
        foreach (var line in instead)
        {
            await _world.Discord.UntilAsync(() => _coworking.Messages.Any(m => Plain(m.Text) == line), line);
        }
    }

    public override async Task PassAsync(TimeSpan time)
    {
        if (time > TimeSpan.Zero)
        {
            // A clock that jumps ahead cuts off every request on its way, as no real one does.
            await _world!.StoredAsync(
                db => db.Accounts.AllAsync(a => a.IsReachable || !db.Memberships.Any(m => m.PersonId == a.PersonId && m.Asks > 0)), "A private channel was never opened.");
            await _world.SentAsync();
        }

        _before = _people.ToDictionary(p => p.Key, p => p.Value.Dms.Count);
        await _world!.PassAsync(time);
    }

    public override async Task OutageAsync(TimeSpan time)
    {
        await SeenAsync(_world!.Host, Now);
        await _world.StopAsync();
        await _world.Discord.UntilAsync(() => _world.Discord.Gateway.Connected == 0, "the end of the connection");
        _world.Clock.Advance(time);
        await _world.OpenAsync();
        await _world.DueAsync();
    }

    public override string At(string local, string english, string french)
        => $"<t:{DateTimeOffset.Parse(local, CultureInfo.InvariantCulture).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}:F>";

    private Task<StubMessage> MessageAsync(Func<IEnumerable<StubMessage>> look, string begins, int from = 0)
        => _world!.Discord.UntilAsync(() => look().Skip(from).LastOrDefault(m => m.Author.IsBot && Plain(m.Text).StartsWith(begins, StringComparison.Ordinal)), $"a message that begins with {begins}");

    private static string Said(IEnumerable<StubMessage> messages) => string.Join('\n', messages.Select(m => Plain(m.Text)));

    private object Value(string option, string value) => option switch
    {
        "asks" => int.Parse(value, CultureInfo.InvariantCulture),
        "channel" => _coworking,
        "person" => _people[value],
        _ => value,
    };
}
