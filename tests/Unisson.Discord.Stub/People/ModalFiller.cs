using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub;

/// <summary>What a person wrote into a form, as Discord sends it.</summary>
internal sealed class ModalFiller
{
    private readonly StubModal _modal;
    private readonly Dictionary<string, object> _given = [];
    private readonly StubGuild? _guild;
    private readonly JsonObject _resolved = [];

    public ModalFiller(StubModal modal, IEnumerable<(string Field, object Value)> fields, StubGuild? guild)
    {
        (_modal, _guild) = (modal, guild);
        foreach (var (name, value) in fields)
        {
            var field = modal.Fields.FirstOrDefault(f => f.Label == name || f.CustomId == name)
                ?? throw new InvalidOperationException($"The form has no field {name}, only {modal}.");
            _given[field.CustomId] = value;
        }
    }

    public JsonObject Data()
    {
        JsonArray components = [.. _modal.Fields.Select(Sent)];
        var data = new JsonObject { ["custom_id"] = _modal.CustomId, ["components"] = components };
        if (_resolved.Count > 0)
        {
            data["resolved"] = _resolved;
        }

        return data;
    }

    /// <summary>The values of a choice, with what they name.</summary>
    public static (JsonArray Values, ResolvedData Resolved) Chosen(int type, IReadOnlyList<StubOption> options, IEnumerable<object> values, StubGuild? guild)
    {
        var resolved = new ResolvedData(guild);
        var ofText = type is 3 or 21 or 22;
        return ([.. values.Select(v => ofText ? Value(options, (string)v) : resolved.Add(v))], resolved);
    }

    private static string Value(IReadOnlyList<StubOption> options, string typed)
        => options.FirstOrDefault(o => o.Label == typed || o.Value == typed)?.Value
            ?? throw new InvalidOperationException($"{typed} is no choice: {string.Join(", ", options.Select(o => o.Label))}.");

    private JsonObject Sent(ModalField field)
    {
        var part = new JsonObject { ["type"] = field.Type, ["custom_id"] = field.CustomId, ["id"] = 2 };
        var given = _given.GetValueOrDefault(field.CustomId);
        if (field.Type == 4)
        {
            part["value"] = Text(field, (string?)given ?? field.Value ?? "");
        }
        else if (field.Type == 23)
        {
            part["value"] = given is bool set ? set : (bool?)field.Component["default"] ?? false;
        }
        else
        {
            AddChoices(part, field, given);
        }

        return field.InRow
            ? new JsonObject { ["type"] = 1, ["id"] = 1, ["components"] = new JsonArray(part) }
            : new JsonObject { ["type"] = 18, ["id"] = 1, ["component"] = part };
    }

    private void AddChoices(JsonObject part, ModalField field, object? given)
    {
        object[] values = given switch
        {
            null => [.. field.Options.Where(o => o.Default).Select(o => o.Value)],
            object[] several => several,
            _ => [given],
        };
        var (least, most) = ((int?)field.Component["min_values"] ?? 1, (int?)field.Component["max_values"] ?? 1);
        if ((values.Length < least && (field.Required || values.Length > 0)) || (values.Length > most && field.Type != 21))
        {
            throw new InvalidOperationException($"{field.Label} takes {least} to {most} choices, not {values.Length}.");
        }

        var (chosen, resolved) = Chosen(field.Type, field.Options, values, _guild);
        Merge(resolved.Json);
        if (field.Type == 21)
        {
            part["value"] = chosen.Count == 0 ? null : chosen[0]!.DeepClone();
            return;
        }

        part["values"] = chosen;
    }

    private void Merge(JsonObject? resolved)
    {
        foreach (var (kind, group) in resolved ?? [])
        {
            var into = (_resolved[kind] ??= new JsonObject()).AsObject();
            foreach (var (id, what) in group!.AsObject())
            {
                into[id] = what!.DeepClone();
            }
        }
    }

    private static string Text(ModalField field, string text)
    {
        var length = text.EnumerateRunes().Count();
        var least = (int?)field.Component["min_length"] ?? 0;
        if ((field.Required && length == 0) || (length > 0 && length < least) || length > ((int?)field.Component["max_length"] ?? 4000))
        {
            throw new InvalidOperationException($"{field.Label} does not take {length} characters.");
        }

        return text;
    }
}
