using Unisson.Bot.Missions;

namespace Unisson.Bot.Tests.Method;

/// <summary>What is promised, what was learned, and the looks back (rule 12).</summary>
internal sealed partial class MethodModel
{
    private string? Pledge(MethodDeed deed)
    {
        if (!_commons.Contains(deed.Common))
        {
            return "pledge.common";
        }

        Promises.Add(new Promise(deed.Common, deed.IsMoney, deed.Size));
        return null;
    }

    private string? Mark(MethodDeed deed)
    {
        if (deed.Number > Promises.Count)
        {
            return "pledge.unknown";
        }

        var (at, promise, how) = (deed.Number - 1, Promises[deed.Number - 1], deed.Size % 4);
        var became = how switch { 0 => "kept", 1 => "not-kept", 2 => "carried", _ => "changed" };
        if (how == 0 ? promise.Became == "kept" : !deed.Says)
        {
            return how switch { 0 => "pledge.there", 1 => "pledge.reason", _ => $"pledge.{became}" };
        }

        Promises[at] = promise with { Became = became, Size = how == 3 ? deed.Size : promise.Size };
        return null;
    }

    private string? Close(MethodDeed deed)
    {
        if (State != MissionState.Delivered)
        {
            return IsOver ? "mission.over" : "mission.step";
        }

        if (deed.Says && !_commons.Contains(deed.Common))
        {
            return "close.common";
        }

        if (deed.Says)
        {
            _lessons.Add(deed.Common);
        }

        return IsComplete ? End() : deed.Says ? null : "mission.gate-close";
    }

    private string? LookBack(MethodDeed deed)
    {
        if (!_lookbacks.Exists(l => l.Common == deed.Common))
        {
            return "lookback.none";
        }

        var due = _lookbacks.Where(l => l.Common == deed.Common && l.DueAt <= _waits).OrderBy(l => l.DueAt).LastOrDefault();
        if (due.Common is null)
        {
            return "lookback.early";
        }

        _lookbacks[_lookbacks.IndexOf(due)] = due with { Answered = true };
        return null;
    }
}
