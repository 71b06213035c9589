using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>
/// The one card of a call (rule 14): what is looked for, and the names of those who said yes. Never who was asked, who declined, or how many
/// (rule 3). The call of a private mission has none in a channel.
/// </summary>
internal static class CallCard
{
    /// <summary>Brings the card up to date where everybody sees it.</summary>
    /// <param name="erases">What it said before is to be read no more.</param>
    public static async Task PostAsync(BotDb db, CallScene scene, DateTimeOffset now, CancellationToken ct, bool erases = false)
    {
        if (scene.IsPrivate || scene.Call.State == CallState.Waiting)
        {
            return;
        }

        var say = scene.SayToAll(now);
        var card = new Reply(First(scene, say))
        {
            Lines = [.. await LinesAsync(db, scene, say, null, ct)],
            Actions = scene.Call.State == CallState.Open ? [CallActions.Help.On(scene.Call.Id, say)] : [],
            Card = scene.Call.Subject,
            Erases = erases,
        };
        await Outbox.ToChannelAsync(db, scene.Call.CommunityId, ChannelUse.Calls, scene.Call.Subject, card, now, ct);
    }

    /// <param name="reader">Null for everybody.</param>
    public static string First(CallScene scene, Say say, Caller? reader = null)
    {
        var what = CallWords.First(scene, "call.card", say, reader is null || scene.IsTitledFor(reader) ? null : say["call.waiting.private"]);
        return scene.Call.State == CallState.Open ? what : say["call.card.over", what, CallChoices.State.Label(scene.Call.State, say)];
    }

    /// <summary>What is looked for and who said yes; whoever is asked for a private mission learns no names of its people.</summary>
    public static async Task<List<string>> LinesAsync(BotDb db, CallScene scene, Say say, Caller? reader, CancellationToken ct)
    {
        var (call, filled) = (scene.Call, scene.Filled);
        var named = !scene.IsPrivate || (reader is not null && scene.IsLedBy(reader));
        var names = await NamesAsync(db, scene, ct);
        List<string> lines = [scene.Common is { } common ? say["call.card.common", common.Name, call.Label] : say["call.card.guarantor", call.Label], AskMessage.From(scene, names, say)];
        Add(call.State == CallState.Open, () => call.Places == 1 ? say["call.card.place"] : say["call.card.places", call.Places - filled, call.Places]);
        Add(named && filled > 0, () => say["call.card.with", call.Holding(scene.Mission).Select(a => names[a.PersonId])]);
        Add(named && call.ComingForward(scene.Mission).Any(), () => say["call.card.forward", call.ComingForward(scene.Mission).Select(a => names[a.PersonId])]);
        lines.AddRange(Wanted(call, say));
        Add(call.Note is not null, () => say["ask.note", names[call.CallerId], call.Note]);
        return lines;

        void Add(bool holds, Func<string> line)
        {
            if (holds)
            {
                lines.Add(line());
            }
        }
    }

    /// <summary>With which experience, where that is not as usual, when, and where.</summary>
    public static IEnumerable<string> Wanted(Call call, Say say)
    {
        if (call is { CommonId: not null, Level: not Level.Contributed })
        {
            yield return say[call.Level == Level.Used ? "call.card.used" : "call.card.maintained"];
        }

        if (CallWords.When(call, say) is { } when)
        {
            yield return when;
        }

        if (call.Near is { } near)
        {
            yield return say["call.card.near", near];
        }
    }

    private static Task<Dictionary<long, string>> NamesAsync(BotDb db, CallScene scene, CancellationToken ct)
    {
        var ids = scene.Call.Holding(scene.Mission).Concat(scene.Call.ComingForward(scene.Mission)).Select(a => a.PersonId)
            .Append(scene.Call.CallerId).Append(scene.GuarantorId ?? 0).ToList();
        return Naming.NamesAsync(db, ids, ct);
    }
}
