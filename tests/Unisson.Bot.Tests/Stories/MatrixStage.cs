using System.Globalization;
using System.Text.RegularExpressions;
using Unisson.Bot.Tests.Matrix;
using Unisson.Matrix.Stub;

namespace Unisson.Bot.Tests.Stories;

internal sealed class MatrixStage(bool isFrench) : Stage(isFrench)
{
    private readonly Dictionary<string, (StubPerson Person, StubRoom Alone)> _people = [];
    private readonly Dictionary<string, StubEvent> _answers = [];
    private Dictionary<string, int> _before = [];
    private StubWorld _world = null!;
    private StubRoom _missions = null!;
    private StubRoom _coworking = null!;

    public override string CommonsChannel => "#coworking";

    protected override DateTimeOffset Now => _world.Clock.GetUtcNow();

    protected override BotHost Host => _world.Host;

    public override ValueTask DisposeAsync() => _world.DisposeAsync();

    protected override async Task BeginAsync(IReadOnlyList<string> names)
    {
        _world = await StubWorld.StartAsync(Start);
        var people = names.ToDictionary(n => n, n => _world.Matrix.AddPerson(n));
        var claire = people["claire"];
        (_missions, _coworking) = (claire.CreateRoom("missions", isPublic: true), claire.CreateRoom("coworking", isPublic: true));
        claire.CreateSpace("Jura", _missions, _coworking);
        foreach (var person in people.Values.Skip(1))
        {
            person.Join(_missions);
        }

        await _world.InviteAsync(claire, _missions);
        await _world.SayAsync(claire, _missions, T("!setup start \"Jura third places\" language:en zone:Europe/Paris", "!espace installer Jura langue:fr zone:Europe/Paris"));
        await _world.InviteAsync(claire, _coworking);
        foreach (var (name, person) in people)
        {
            await _world.SayAsync(person, _missions, T("!common list", "!commun liste"));
            _people[name] = (person, await _world.AloneAsync(person));
            await SayAsync(name, "my settings", "moi réglages", ("language", "langue", T("English", "Français")));
        }
    }

    public override async Task<string> SetUpAsync() => Read(await _world.SayAsync(_people["claire"].Person, _missions, T("!setup start \"Jura third places\"", "!espace installer Jura")));

    public override Task<string> FirstContactAsync(string who) => SayAsync(who, "availability set", "dispo régler");

    public override async Task<string> SayAsync(string who, string path, string french, params (string English, string French, string Value)[] options)
        => Read(_answers[who] = await _world.SayAsync(_people[who].Person, _people[who].Alone, $"!{T(path, french)} {string.Join(' ', options.Select(o => $"{T(o.English, o.French)}:{Value(o.English, o.Value)}"))}"));

    public override async Task<string> HearAsync(string who, string begins, bool isNew = false)
    {
        await _world.PassAsync(TimeSpan.Zero);
        var (alone, from) = (_people[who].Alone, isNew ? _before[who] : 0);
        await _world.UntilAsync(() => alone.Messages.Skip(from).Any(m => m.Sender == _world.Matrix.Bot.Id && Read(m).StartsWith(begins, StringComparison.Ordinal)), TimeSpan.FromSeconds(1), begins);
        return Read(await MessageAsync(alone, begins));
    }

    /// <summary>By a reaction with the number that stands before the gesture.</summary>
    public override async Task<string> TapAsync(string who, string begins, string label)
    {
        await _world.PassAsync(TimeSpan.Zero);

        // What comes next in the room is the answer, and nothing that was still on its way.
        await _world.UntilAsync(HasLeft, TimeSpan.FromSeconds(1), "all that is due to leave");
        return await ReactAsync(who, await MessageAsync(_people[who].Alone, begins), label);
    }

    public override Task<string> ChooseAsync(string who, string label) => ReactAsync(who, _answers[who], label);

    public override async Task<string> FileAsync(string who, string name)
    {
        StubEvent? Sent() => _people[who].Alone.Messages.LastOrDefault(m => m.Shown["msgtype"]!.GetValue<string>() == "m.file" && m.Body == name);
        await _world.UntilAsync(() => Sent() is not null, TimeSpan.FromSeconds(1), name);
        var uri = Sent()!.Shown["url"]!.GetValue<string>();
        return System.Text.Encoding.UTF8.GetString(_world.Matrix.Media.Single(m => m.Uri.OriginalString == uri && m.Name == name).Bytes.Span);
    }

    private async Task<string> ReactAsync(string who, StubEvent message, string label)
    {
        var (person, alone) = _people[who];
        var number = Regex.Match(Read(message), $@"(?<n>\d)\S* {Regex.Escape(label)}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["n"].Value;
        var before = alone.Messages.Count;
        person.React(message, number + "\uFE0F\u20E3");
        await _world.UntilAsync(() => alone.Messages.Count > before, TimeSpan.FromSeconds(1), $"what {label} is answered");
        return Read(alone.Messages[before]);
    }

    public override string Told(string who) => Said(_people[who].Alone);

    public override string InTheOpen() => Said(_missions) + Said(_coworking);

    public override async Task<string> ReadAsync(string channel, string begins)
    {
        await _world.PassAsync(TimeSpan.Zero);
        return Read(await MessageAsync(_coworking, begins));
    }

    public override async Task GoneAsync(string words, params string[] instead)
    {
        await _world.UntilAsync(() => !_coworking.Timeline.Any(e => e.Content.ToJsonString().Contains(words, StringComparison.Ordinal)), TimeSpan.FromSeconds(1), $"{words} to be gone");
        foreach (var line in instead)
        {
            await _world.UntilAsync(() => _coworking.Messages.Any(m => Read(m) == line), TimeSpan.FromSeconds(1), line);
        }
    }

    public override async Task PassAsync(TimeSpan time)
    {
        if (time > TimeSpan.Zero)
        {
            // A clock that jumps ahead cuts off every request on its way, as no real one does.
            await _world.UntilAsync(HasLeft, TimeSpan.FromSeconds(1), "all that is due to leave");
        }

        _before = _people.ToDictionary(p => p.Key, p => p.Value.Alone.Messages.Count);
        await _world.PassAsync(time);
    }

    public override async Task OutageAsync(TimeSpan time)
    {
        await SeenAsync(_world.Host, Now);
        await _world.StopAsync();
        _world.Clock.Advance(time);
        await _world.OpenAsync();
        await _world.PassAsync(TimeSpan.Zero);
    }

    private Task<StubEvent> MessageAsync(StubRoom room, string begins)
        => _world.MessageAsync(room, m => Read(m).StartsWith(begins, StringComparison.Ordinal), string.Create(CultureInfo.InvariantCulture, $"a message that begins with {begins}"));

    private string Said(StubRoom room) => string.Join('\n', room.Messages.Where(m => m.Sender == _world.Matrix.Bot.Id).Select(Read));

    private string Value(string option, string value) => option == "person" ? _people[value].Person.Id : value.StartsWith('#') ? value : $"\"{value}\"";

    private bool HasLeft()
    {
        using var db = Host.Store.Read();
        var now = Now;
        return db.Outbox.All(o => o.SentAt != null || o.Parked != null || o.NotBefore > now);
    }

    private static string Read(StubEvent message) => Plain(message.Shown["body"]?.GetValue<string>());
}
