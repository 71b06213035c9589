using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>What was meant: a command, or a word that wants only a word back.</summary>
public sealed record Direct(CommandLine? Line, Reply? Reply);

/// <summary>
/// What people write to the bot in private without a command: yes, no, later, pause, I am here, thanks. An answer is applied when exactly one ask
/// is open; with several, all are shown with their answers. Refusals: <c>direct.unknown</c>, <c>direct.nothing</c>.
/// </summary>
public static class DirectText
{
    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["oui"] = "yes",
        ["yes"] = "yes",
        ["ok"] = "yes",
        ["d'accord"] = "yes",
        ["oui, j'aide"] = "yes",
        ["yes, i'll help"] = "yes",
        ["non"] = "no",
        ["no"] = "no",
        ["pas cette fois"] = "no",
        ["not this time"] = "no",
        ["non merci"] = "no",
        ["no thanks"] = "no",
        ["no thank you"] = "no",
        ["plus tard"] = "later",
        ["later"] = "later",
        ["si personne d'autre ne peut"] = "reserve",
        ["if nobody else can"] = "reserve",
        ["pas ce sujet"] = "not-this-subject",
        ["not this subject"] = "not-this-subject",
        ["signaler"] = "report",
        ["report"] = "report",
    };

    private static readonly HashSet<string> Pauses = new(StringComparer.Ordinal) { "pause", "me mettre en pause", "pause me" };
    private static readonly HashSet<string> Backs = new(StringComparer.Ordinal) { "je suis la", "i am here", "i'm here", "me revoila", "i am back", "i'm back" };
    private static readonly HashSet<string> Thanks = new(StringComparer.Ordinal) { "merci", "thanks", "thank you", "merci beaucoup" };

    /// <summary>One of the words that answer an ask, or say how somebody is.</summary>
    public static bool Knows(string text) => Said(text) is var said && (Answers.ContainsKey(said) || Pauses.Contains(said) || Backs.Contains(said) || Thanks.Contains(said));

    public static async Task<Result<Direct>> ReadAsync(BotDb db, Caller caller, string text, CancellationToken ct)
    {
        var said = Said(text);
        if (Answers.TryGetValue(said, out var answer))
        {
            return await AnswerAsync(db, caller, answer, ct);
        }

        return said switch
        {
            _ when Pauses.Contains(said) => Line("availability pause"),
            _ when Backs.Contains(said) => Line("availability resume"),
            _ when Thanks.Contains(said) => new Direct(null, new Reply(Say.In(caller.Language)["direct.thanks"])),
            _ => new Refusal("direct.unknown", text),
        };
    }

    private static async Task<Result<Direct>> AnswerAsync(BotDb db, Caller caller, string answer, CancellationToken ct)
        => await CallList.OpenFor(db, caller.CommunityId, caller.PersonId).Take(2).ToListAsync(ct) switch
        {
            [] => new Refusal("direct.nothing"),
            [var only] => Line("call answer", ("call", only.Label), ("answer", answer)),
            _ => Line("call list"),
        };

    private static Result<Direct> Line(string path, params (string, string)[] values) => new Direct(new CommandLine(path, values), null);

    private static string Said(string text) => Fold.Of(text).Trim('.', '!', ' ', '?');
}
