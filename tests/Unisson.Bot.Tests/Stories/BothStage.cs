using System.Globalization;
using Unisson.Discord.Stub;
using Unisson.Matrix.Stub;

namespace Unisson.Bot.Tests.Stories;

/// <summary>One community in a server on Discord, where people speak French, and in rooms on Matrix, where they speak English. Bob is on both.</summary>
internal sealed partial class BothStage : IAsyncDisposable
{
    private readonly Dictionary<string, StubUser> _here = [];
    private readonly Dictionary<string, (StubPerson Person, StubRoom Alone)> _there = [];
    private readonly Dictionary<string, Seen> _seen = [];
    private readonly Dictionary<string, StubEvent> _read = [];
    private StubChannel _coworkingHere = null!;
    private StubRoom _coworkingThere = null!;

    private BothStage(BothWorld world) => World = world;

    public BothWorld World { get; }

    public StubChannel Channel { get; private set; } = null!;

    public StubRoom Room { get; private set; } = null!;

    /// <summary>The community is set up on Discord by Claire; rooms on Matrix join it, which Ana looks after, with Claire's yes.</summary>
    public static async Task<BothStage> SetAsync(DateTimeOffset now, string[] here, string[] there)
    {
        var s = new BothStage(await BothWorld.StartAsync(now));
        var guild = s.World.Discord.AddGuild("Jura", "fr");
        (s.Channel, s._coworkingHere) = (guild.AddChannel("missions"), guild.AddChannel("coworking"));
        foreach (var name in here)
        {
            s._here[name] = s.World.Discord.AddUser(name).In(guild, manageGuild: name == "claire").At(s.Channel);
        }

        var people = there.ToDictionary(n => n, n => s.World.Matrix.AddPerson(n));
        var ana = people["ana"];
        (s.Room, s._coworkingThere) = (ana.CreateRoom("missions", isPublic: true), ana.CreateRoom("coworking", isPublic: true));
        ana.CreateSpace("Jura", s.Room, s._coworkingThere);
        await s.JoinAsync(ana);
        foreach (var (name, person) in people)
        {
            if (person != ana)
            {
                person.Join(s.Room);
            }

            await s.InRoomAsync(person, "!common list");
            var alone = person.CreateDm(s.World.Matrix.Bot);
            await s.World.UntilAsync(() => alone.Membership(s.World.Matrix.Bot.Id) == "join", "the bot to come");
            s._there[name] = (person, alone);
            await s.SayThereAsync(name, "my settings", ("language", "English"));
        }

        return s;
    }

    public bool IsHere(string who) => _here.ContainsKey(who);

    public Task<string> SayAsync(string who, string path, params (string Name, string Value)[] options) => IsHere(who) ? SayHereAsync(who, path, options) : SayThereAsync(who, path, options);

    public async Task<string> SayHereAsync(string who, string path, params (string Name, string Value)[] options)
        => Plain((_seen[who] = await _here[who].Slash(path, [.. options.Select(o => (o.Name, Value(o)))])).Text);

    public async Task<string> SayThereAsync(string who, string path, params (string Name, string Value)[] options)
    {
        var (person, alone) = _there[who];
        return Read(_read[who] = await AnsweredAsync(person, alone, $"!{path} {string.Join(' ', options.Select(o => o.Value.StartsWith('#') ? $"{o.Name}:{o.Value}" : $"{o.Name}:\"{o.Value}\""))}"));
    }

    /// <summary>The last private message to somebody that begins so.</summary>
    public async Task<string> HearAsync(string who, string begins)
    {
        await World.PassAsync(TimeSpan.Zero);
        return IsHere(who) ? Plain((await ToHereAsync(who, begins)).Text) : Read(await ToThereAsync(who, begins));
    }

    /// <summary>Takes a gesture of the last private message that begins so: a button on Discord, the number before it as a reaction on Matrix.</summary>
    public async Task<string> TapAsync(string who, string begins, string label)
    {
        await World.PassAsync(TimeSpan.Zero);
        return IsHere(who) ? Plain((_seen[who] = await _here[who].Press(await ToHereAsync(who, begins), label)).Text) : await TapThereAsync(who, begins, label);
    }

    public async Task<string> TapThereAsync(string who, string begins, string label) => await ReactAsync(who, await ToThereAsync(who, begins), label);

    /// <summary>Takes a gesture of the last answer that somebody got.</summary>
    public async Task<string> ChooseAsync(string who, string label)
        => IsHere(who) ? Plain((_seen[who] = await _here[who].Press(_seen[who], _seen[who].Buttons.First(b => Plain(b.Label).StartsWith(label, StringComparison.Ordinal)).CustomId!)).Text) : await ReactAsync(who, _read[who], label);

    /// <summary>Fills the form that somebody's last gesture opened.</summary>
    public async Task<string> FillAsync(string who, params (string Field, object Value)[] fields) => Plain((_seen[who] = await _here[who].Submit(_seen[who], fields)).Text);

    public async Task PassUntilAsync(string local) => await World.PassAsync(DateTimeOffset.Parse(local, CultureInfo.InvariantCulture) - World.Clock.GetUtcNow());

    /// <summary>What the bot wrote to somebody in private on Discord, with the day on which it did.</summary>
    public IReadOnlyList<(DateTimeOffset At, string Text)> ToldHere(string who) => [.. _here[who].Dms.Where(m => m.Author.IsBot).Select(m => (m.SentAt, Plain(m.Text)))];

    /// <summary>What the bot wrote to somebody in private on Matrix by itself, with the day on which it did.</summary>
    public IReadOnlyList<(DateTimeOffset At, string Text)> ToldThere(string who)
        => [.. _there[who].Alone.Messages.Where(m => m.Sender == World.Matrix.Bot.Id && m.Content["m.relates_to"] is null).Select(m => (m.At, Read(m)))];

    public IReadOnlyList<string> InTheOpenHere() => [.. Channel.Messages.Concat(_coworkingHere.Messages).Select(m => Plain(m.Text))];

    public IReadOnlyList<string> InTheOpenThere() => [.. Room.Messages.Concat(_coworkingThere.Messages).Where(m => m.Sender == World.Matrix.Bot.Id).Select(Read)];

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
