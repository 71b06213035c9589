using System.Text.Json;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>What the bot knows of a room: its state, as far as anything here goes by it.</summary>
internal sealed class Room(string id)
{
    private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _creators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _powers = new(StringComparer.Ordinal);
    private bool _hasPowers;
    private long _usersDefault;
    private bool _creatorsAreAbove;

    public string Id { get; } = id;

    public string? Name { get; private set; }

    /// <summary>Once encrypted, always: nothing is written there in clear any more.</summary>
    public bool IsEncrypted { get; private set; }

    public void BecomeEncrypted() => IsEncrypted = true;

    /// <summary>Names by user id, of those who are there or invited.</summary>
    public IReadOnlyDictionary<string, string> Members => _members;

    /// <summary>The room that takes this one's place.</summary>
    public string? ReplacedBy { get; private set; }

    /// <summary>Who said so: their server knows the new room.</summary>
    public string? ReplacedBySender { get; private set; }

    /// <summary>The room that this one says it takes the place of.</summary>
    public string? Predecessor { get; private set; }

    /// <summary>Rooms in this space, each named with servers that know it; one without is taken out.</summary>
    public HashSet<string> Children { get; } = new(StringComparer.Ordinal);

    /// <summary>Two people, of whom one is the bot, and no name that makes it a place for more.</summary>
    public bool IsPrivateWith(string me) => _members.Count <= 2 && _members.ContainsKey(me) && Name is null && Children.Count == 0;

    /// <summary>As the room has it ("m.room.power_levels"): makers of rooms of version 12 and later stand above all numbers; without the event its maker has 100.</summary>
    public long PowerOf(string userId)
        => _creators.Contains(userId) && (_creatorsAreAbove || !_hasPowers) ? (_creatorsAreAbove ? long.MaxValue : 100)
            : _hasPowers ? _powers.GetValueOrDefault(userId, _usersDefault)
            : 0;

    /// <summary>Takes over one event of state, whatever its shape.</summary>
    public void Take(MatrixEvent state)
    {
        var content = state.Content;
        switch (state.Type, state.StateKey)
        {
            case (EventTypes.Create, ""):
                TakeCreation(state, content);
                break;
            case (EventTypes.Member, { Length: > 0 } member):
                if (content.Text("membership") is "join" or "invite")
                {
                    _members[member] = content.Text("displayname") ?? _members.GetValueOrDefault(member) ?? member;
                }
                else
                {
                    _members.Remove(member);
                }

                break;
            case (EventTypes.Encryption, ""):
                IsEncrypted = true;
                break;
            case (EventTypes.Name, ""):
                Name = content.Text("name") is { Length: > 0 } name ? name : null;
                break;
            case (EventTypes.PowerLevels, ""):
                TakePowers(content);
                break;
            case (EventTypes.SpaceChild, { Length: > 0 } child):
                _ = content.Texts("via").Any() ? Children.Add(child) : Children.Remove(child);
                break;
            case (EventTypes.Tombstone, ""):
                (ReplacedBy, ReplacedBySender) = (content.Text("replacement_room"), state.Sender);
                break;
        }
    }

    private void TakeCreation(MatrixEvent state, JsonElement content)
    {
        _creators.Clear();
        _creators.UnionWith(content.Texts("additional_creators"));
        if (state.Sender is { } maker)
        {
            _creators.Add(maker);
        }

        var version = content.Text("room_version") ?? "1";
        _creatorsAreAbove = !version.All(char.IsAsciiDigit) || version.Length > 2 || (version.Length == 2 && string.CompareOrdinal(version, "12") >= 0);
        Predecessor = content.Part("predecessor").Text("room_id");
    }

    private void TakePowers(JsonElement content)
    {
        _hasPowers = true;
        _usersDefault = content.Number("users_default") ?? 0;
        _powers.Clear();
        foreach (var (user, level) in content.Part("users").Members())
        {
            if (level.ValueKind == JsonValueKind.Number && level.TryGetInt64(out var power))
            {
                _powers[user] = power;
            }
        }
    }
}
