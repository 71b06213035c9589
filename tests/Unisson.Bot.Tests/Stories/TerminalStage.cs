using System.Text.RegularExpressions;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Stories;

internal sealed partial class TerminalStage(bool isFrench) : Stage(isFrench)
{
    /// <summary>What was printed to whom, one message each, oldest first.</summary>
    private readonly List<(string To, string Text)> _printed = [];
    private readonly Dictionary<string, string> _answers = [];
    private TestBot _bot = null!;
    private int _before;

    public override string CommonsChannel => "#coworking";

    protected override DateTimeOffset Now => _bot.Now;

    protected override BotHost Host => _bot.Host;

    public override ValueTask DisposeAsync() => _bot.DisposeAsync();

    protected override async Task BeginAsync(IReadOnlyList<string> names)
    {
        _bot = await TestBot.StartAsync(Start);
        foreach (var name in names)
        {
            await _bot.DoAsync($"{name}> {T("/my settings language:English", "/moi réglages langue:Français")}");
        }
    }

    public override Task<string> SetUpAsync() => SpeakAsync("claire", T("/setup start \"Jura third places\" language:en channel:#missions", "/espace installer Jura langue:fr salon:#missions"));

    public override Task<string> FirstContactAsync(string who) => SpeakAsync(who, T("/availability set", "/dispo régler"));

    public override Task<string> SayAsync(string who, string path, string french, params (string English, string French, string Value)[] options)
        => SpeakAsync(who, $"/{T(path, french)} {string.Join(' ', options.Select(o => $"{T(o.English, o.French)}:\"{o.Value}\""))}");

    public override Task<string> HearAsync(string who, string begins, bool isNew = false)
    {
        Assert.True(!isNew || _printed.Skip(_before).Any(p => p.To == $"{who} (private)" && p.Text.StartsWith(begins, StringComparison.Ordinal)));
        return Task.FromResult(Last($"{who} (private)", begins));
    }

    public override Task<string> TapAsync(string who, string begins, string label) => PressAsync(who, Last($"{who} (private)", begins), label);

    private async Task<string> PressAsync(string who, string text, string label)
    {
        var number = Regex.Match(text, $@"\[(?<n>\d+)\] {Regex.Escape(label)}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["n"].Value;
        return await SpeakAsync(who, number.Length > 0 ? number : throw new Xunit.Sdk.XunitException($"{who} has no {label}."));
    }

    public override Task<string> ChooseAsync(string who, string label) => PressAsync(who, _answers[who], label);

    public override Task<string> FileAsync(string who, string name)
        => Task.FromResult(Regex.Match(_answers[who], $@"--- {Regex.Escape(name)}\n(?<text>.*?\n)---\n?$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Groups["text"].Value);

    public override string Told(string who) => string.Join('\n', _printed.Where(p => p.To == $"{who} (private)").Select(p => p.Text));

    public override string InTheOpen() => string.Join('\n', _printed.Where(p => p.To.StartsWith('#')).Select(p => p.Text));

    public override Task<string> ReadAsync(string channel, string begins) => Task.FromResult(Last(channel, begins));

    public override Task GoneAsync(string words, params string[] instead) => Task.CompletedTask;

    public override async Task PassAsync(TimeSpan time)
    {
        _before = _printed.Count;
        Keep(await _bot.WaitAsync(time));
    }

    public override async Task OutageAsync(TimeSpan time)
    {
        await SeenAsync(_bot.Host, Now);
        _bot.Clock.Set(Now + time);
        await _bot.RestartAsync();
        await SpeakAsync("claire", T("/help", "/aide"));
    }

    private async Task<string> SpeakAsync(string who, string line)
    {
        var block = await _bot.SayAsync($"{who}> {line}");
        Keep(_answers[who] = block);
        return block;
    }

    private void Keep(string block)
        => _printed.AddRange(Message().Matches(block).Select(m => (m.Groups["to"].Value, m.Groups["text"].Value)));

    private string Last(string to, string begins)
    {
        var all = _printed.FindAll(p => p.To == to);
        return all.FindLast(p => p.Text.StartsWith(begins, StringComparison.Ordinal)) is { Text: { } text } ? text : throw new Xunit.Sdk.XunitException($"{to} was told nothing that begins with {begins}, last: {all.LastOrDefault().Text}");
    }

    [GeneratedRegex(@"→ (?<to>[^:\n]+): (?<text>.*?)(?=\n→ |\z)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Message();
}
