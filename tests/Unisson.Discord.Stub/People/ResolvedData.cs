using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub;

/// <summary>What an interaction's values name by id, in full.</summary>
internal sealed class ResolvedData(StubGuild? guild)
{
    private readonly JsonObject _json = [];

    /// <summary>Nothing at all if no value named anything.</summary>
    public JsonObject? Json => _json.Count == 0 ? null : _json;

    /// <summary>Adds it, and gives its id.</summary>
    public string Add(object named)
    {
        switch (named)
        {
            case StubUser user:
                Under("users")[user.Id] = Payloads.User(user);
                if (guild?.Members.GetValueOrDefault(user.Id) is { } member)
                {
                    Under("members")[user.Id] = Payloads.Member(user, member, withUser: false);
                    Under("members")[user.Id]!["permissions"] = Payloads.Bits(member.Permissions);
                }

                return user.Id;
            case StubChannel channel:
                Under("channels")[channel.Id] = Payloads.Channel(channel);
                return channel.Id;
            case StubRole role:
                Under("roles")[role.Id] = new JsonObject { ["id"] = role.Id, ["name"] = role.Name };
                return role.Id;
            case StubFile file:
                Under("attachments")[file.Id] = file.Json();
                return file.Id;
            case StubMessage message:
                Under("messages")[message.Id] = MessagePayload.Of(message);
                return message.Id;
            default:
                throw new InvalidOperationException($"A {named.GetType().Name} is nobody and nothing on Discord.");
        }
    }

    private JsonObject Under(string kind)
    {
        if (_json[kind] is not JsonObject group)
        {
            _json[kind] = group = [];
        }

        return group;
    }
}
